import { Button, TextInput } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import type { ReportPeriod } from '#shared/indicators/indicator.ts'
import { fieldOf } from '#shared/records/dictionary.ts'
import type { CheckFinding } from '#shared/report/check-list.ts'
import type { Reasons } from '#shared/report/report-notes.ts'
import { err } from '#shared/result.ts'
import { newId } from '../../platform/new-id.ts'
import { placeOfAll } from '../../state/record-place.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { type FieldSave, useFieldDraft } from '../../ui/record-form/use-field-draft.ts'
import { Status } from '../../ui/Status.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { explainFindings } from '../../use-cases/report-explain.ts'
import { useWorkspace } from '../../workspace/use-workspace.ts'
import styles from './Report.module.css'
import { useReportDrafts } from './report-draft.ts'
import { findingKey, unexplained } from './report-steps.ts'

export interface CheckStepProps {
  readonly period: ReportPeriod
  readonly findings: readonly CheckFinding[]
  readonly reasons: Reasons
}

/** ① What blocks, and what may go with a reason. */
export function CheckStep({ period, findings, reasons }: CheckStepProps) {
  const show = useReportDrafts((state) => state.show)
  const goTo = useScreenState((state) => state.goTo)
  const workspace = useWorkspace()
  const explain = (reasonsFrom: (stored: Reasons) => Reasons) =>
    explainFindings({ workspace, newId }, period.id, reasonsFrom)
  const warnings = findings.filter((finding) => finding.severity === 'warning')
  const first = warnings
    .map((finding) => reasons[findingKey(finding)] ?? '')
    .find((text) => text.trim() !== '')
  const open = unexplained(findings, reasons)
  if (findings.length === 0) {
    return (
      <EmptyState
        icon={IconCircleCheck}
        title="检查通过"
        next="没有要处理的问题，可以印送审稿给领导审，或直接定稿签名。"
      >
        <Button onClick={() => show('draft')}>看送审稿</Button>
      </EmptyState>
    )
  }
  return (
    <div className={styles.step1}>
      <p className={styles.lead}>
        红色的必须处理；黄色的说明原因后可报，原因随报送文件一起报送。点“查看”到对应记录，改好后这里自动更新。
      </p>
      <ul className={styles.findings}>
        {findings.map((finding) => (
          <li key={`${findingKey(finding)} ${finding.records[0]?.id}`} className={styles.finding}>
            <FindingLine
              finding={finding}
              reason={reasons[findingKey(finding)] ?? ''}
              onReason={async (typed) => {
                const stored = await explain(() => ({
                  [findingKey(finding)]: typeof typed === 'string' ? typed : '',
                }))
                return stored.ok ? stored : err({ message: sentenceOf(stored.error) })
              }}
              onLook={() => {
                const [head] = finding.records
                if (head === undefined) return
                if (finding.kind === 'conflict' || finding.kind === 'duplicate-firm') return goTo('review')
                const ids = finding.records
                  .filter((each) => each.record === head.record)
                  .map((each) => each.id)
                const place = placeOfAll(head.record, ids, finding.message)
                if (place !== null) goTo(place.screen, place.target)
              }}
            />
          </li>
        ))}
      </ul>
      {open > 0 && first !== undefined ? (
        <Button
          variant="default"
          onClick={() => {
            void explain((stored) =>
              Object.fromEntries(
                warnings
                  .map(findingKey)
                  .filter((key) => (stored[key] ?? '').trim() === '')
                  .map((key) => [key, first]),
              ),
            )
          }}
        >
          其余 {open} 项用同一原因
        </Button>
      ) : null}
      {findings.every((finding) => finding.severity !== 'blocking') && open === 0 ? (
        <Button onClick={() => show('draft')}>下一步：看送审稿</Button>
      ) : null}
    </div>
  )
}

interface FindingLineProps {
  readonly finding: CheckFinding
  readonly reason: string
  readonly onReason: FieldSave
  readonly onLook: () => void
}

const REASON = fieldOf('reportNote', 'reason')

function FindingLine({ finding, reason, onReason, onLook }: FindingLineProps) {
  const blocks = finding.severity === 'blocking'
  const draft = useFieldDraft(REASON, reason === '' ? undefined : reason, onReason, {
    place: `report-reason ${findingKey(finding)} ${finding.records[0]?.id ?? ''}`,
    where: `${finding.message} 的原因`,
  })
  const explained = draft.text.trim() !== ''
  return (
    <>
      <Status
        tone={blocks ? 'bad' : explained ? 'good' : 'warn'}
        word={blocks ? '必须处理' : explained ? '已说明' : '需说明'}
      />
      <span className={styles.message}>{finding.message}</span>
      {blocks ? (
        <span />
      ) : (
        <TextInput
          size="xs"
          aria-label={`${finding.message} 的原因`}
          placeholder="原因，如：企业未报，已催报"
          maxLength={500}
          value={draft.text}
          error={draft.error}
          data-refused={draft.error === null ? undefined : true}
          onChange={(event) => draft.type(event.currentTarget.value)}
          onBlur={() => draft.store()}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter') event.currentTarget.blur()
            if (event.key === 'Escape') draft.giveUp()
          }}
        />
      )}
      {finding.records.length === 0 ? (
        <span />
      ) : (
        <Button variant="default" onClick={onLook}>
          查看 {finding.records.length} 条
        </Button>
      )}
    </>
  )
}
