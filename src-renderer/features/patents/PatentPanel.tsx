import { Button } from '@mantine/core'
import type { FieldValue } from '#shared/edits/edit.ts'
import { fieldsOf } from '#shared/records/dictionary.ts'
import type { Result } from '#shared/result.ts'
import { openCellHistory, openHistory } from '../../state/history-place.ts'
import { useFormConflicts } from '../../state/use-conflict-marks.ts'
import { Panel } from '../../ui/Panel.tsx'
import { RecordForm } from '../../ui/record-form/RecordForm.tsx'
import { Status } from '../../ui/Status.tsx'
import { OwnersEditor } from './OwnersEditor.tsx'
import styles from './Patents.module.css'
import { numberVerdict } from './patent-number-words.ts'
import type { PatentRow } from './patent-rows.ts'

export interface PatentPanelProps {
  readonly row: PatentRow
  readonly focus: string | undefined
  readonly onSave: (
    field: string,
    value: FieldValue,
  ) => Promise<Result<unknown, { readonly message: string }>>
  readonly onGrant: () => void
  readonly onVoid: () => void
  readonly onRestore: () => void
  readonly onClose: () => void
}

const FIELDS = [...fieldsOf('patent').values()]

const MARKED = { $void: 'title' }

/** One patent: marks first, then the form of the dictionary with its owners. */
export function PatentPanel(props: PatentPanelProps) {
  const { row } = props
  const isVoided = row.voided !== null
  const inConflict = useFormConflicts('patent', row.id, MARKED)
  const verdict = numberVerdict(row.applicationNo ?? '')
  const notes = verdict === null || verdict.tone === 'good' ? {} : { applicationNo: verdict.words }
  return (
    <Panel
      title={row.title ?? '未填名称的专利'}
      subtitle={verdict === null || verdict.number === null ? (row.applicationNo ?? '') : verdict.words}
      onClose={props.onClose}
      footer={
        <>
          {isVoided ? <Button onClick={props.onRestore}>恢复</Button> : null}
          {isVoided || row.grantedOn !== undefined ? null : <Button onClick={props.onGrant}>登记授权</Button>}
          {isVoided ? null : (
            <Button variant="default" onClick={props.onVoid}>
              作废
            </Button>
          )}
          <Button variant="default" onClick={() => openHistory('patent', row.id)}>
            历史
          </Button>
        </>
      }
    >
      {isVoided ? <p className={styles.hint}>已作废：{row.voided}。作废的专利不计入任何统计。</p> : null}
      {row.marks.length === 0 ? null : (
        <ul className={styles.marks}>
          {row.marks.map((mark) => (
            <li key={mark.word}>
              <Status quiet tone={mark.tone} word={mark.word} />
              <span className={styles.hint}>{mark.sentence}</span>
            </li>
          ))}
        </ul>
      )}
      <RecordForm
        label={row.title ?? '专利'}
        fields={FIELDS}
        values={row}
        notes={notes}
        {...inConflict}
        readOnly={isVoided}
        {...(props.focus === undefined ? {} : { focus: props.focus })}
        editors={{
          owners: () => <OwnersEditor patent={row.id} owners={row.owners} readOnly={isVoided} />,
        }}
        onSave={(field, value) => props.onSave(field.name, value)}
        onHistory={(field) => openCellHistory('patent', row.id, field.name)}
      />
    </Panel>
  )
}
