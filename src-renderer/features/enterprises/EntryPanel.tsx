import { Button } from '@mantine/core'
import type { FieldValue } from '#shared/edits/edit.ts'
import type { DictionaryField } from '#shared/records/dictionary.ts'
import { openCellHistory, openHistory } from '../../state/history-place.ts'
import { useFormConflicts } from '../../state/use-conflict-marks.ts'
import { Panel } from '../../ui/Panel.tsx'
import { RecordForm } from '../../ui/record-form/RecordForm.tsx'
import { Status } from '../../ui/Status.tsx'
import { told } from '../../ui/told.ts'
import { editParticipation } from '../../use-cases/participation-edit.ts'
import { useRecords, useWorkspace } from '../../workspace/use-workspace.ts'
import styles from './Enterprises.module.css'
import { FirmForm } from './FirmForm.tsx'
import { ENTRY_FIELDS } from './firm-columns.tsx'
import type { ListRow } from './list-rows.ts'

export interface EntryPanelProps {
  readonly row: ListRow
  readonly onClose: () => void
  readonly onExit: () => void
  readonly onRejoin: () => void
}

const EXIT_FIELDS = new Set(['exitedOn', 'exitReason'])

const MARKED = { $void: 'state' }

/** One firm's entry in the year's list, and below it the firm itself. */
export function EntryPanel({ row, onClose, onExit, onRejoin }: EntryPanelProps) {
  const inConflict = useFormConflicts('participation', row.id, MARKED)
  const workspace = useWorkspace()
  const firm = useRecords().get('enterprise', row.firmId)
  const isOut = row.status === '已退出'
  const fields = isOut ? ENTRY_FIELDS : ENTRY_FIELDS.filter((field) => !EXIT_FIELDS.has(field.name))
  const save = (field: DictionaryField, value: FieldValue) =>
    told(editParticipation(workspace, row.id, field, value))
  return (
    <Panel
      title={row.firmName}
      subtitle={`${row.year ?? ''}年名单 · ${row.status}`}
      onClose={onClose}
      footer={
        <>
          {isOut ? (
            <Button variant="default" onClick={onRejoin}>
              重新列入
            </Button>
          ) : (
            <Button variant="default" onClick={onExit}>
              退出名单
            </Button>
          )}
          <Button variant="default" onClick={() => openHistory('participation', row.id)}>
            历史
          </Button>
        </>
      }
    >
      {isOut ? (
        <p className={styles.voided}>
          <Status tone="waiting" word="已退出" /> {row.exitedOn} {row.exitReason ?? ''}（当年仍计数）
        </p>
      ) : null}
      <RecordForm
        label={`${row.firmName} 的名单信息`}
        fields={fields}
        values={row}
        onSave={save}
        {...inConflict}
        onHistory={(field) => openCellHistory('participation', row.id, field.name)}
        notes={row.doubt === null ? {} : { type: row.doubt }}
      />
      {firm === undefined ? null : (
        <>
          <h3 className={styles.part}>企业资料</h3>
          <FirmForm firm={firm} readOnly={false} />
        </>
      )}
    </Panel>
  )
}
