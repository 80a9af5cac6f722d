import { SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { ReportPeriod } from '#shared/indicators/indicator.ts'
import type { OutboxEntry } from '#shared/ipc/bundle-channels.ts'
import type { Row } from '#shared/records/dictionary.ts'
import { overrideWords } from '#shared/report/override-words.ts'
import { usePaperCode } from '../../state/use-paper-code.ts'
import { SheetPreview } from '../../ui/paper/SheetPreview.tsx'
import { Status } from '../../ui/Status.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { signedSet } from '../../use-cases/report-signed-set.ts'
import { comparedReport } from '../../use-cases/report-standing.ts'
import { PLAN_PACK } from '../../workspace/plan-pack.ts'
import { useRecords } from '../../workspace/use-workspace.ts'
import { DifferenceView } from './DifferenceView.tsx'
import { NumbersTable } from './NumbersTable.tsx'
import styles from './Report.module.css'
import type { SignedContents } from './use-signed-contents.ts'

export interface SignedViewsProps {
  readonly standing: Row<'submission'>
  readonly period: ReportPeriod
  readonly file: OutboxEntry
  readonly outbox: readonly OutboxEntry[]
  readonly contents: SignedContents | null
}

const VIEWS = [
  { value: 'sheets', label: '报表' },
  { value: 'numbers', label: '指标' },
  { value: 'difference', label: '变动' },
] as const
type View = (typeof VIEWS)[number]['value']

/** What was signed, as the 审核人 looks at it (DOMAIN.md J17): the sheets, the numbers, and what is new in them. */
export function SignedViews({ standing, period, file, outbox, contents }: SignedViewsProps) {
  const [view, setView] = useState<View>('sheets')
  const compared = comparedReport(useRecords().of('submission'), standing)
  const earlier = outbox.find((entry) => entry.identity === compared?.submission.identity)
  return (
    <section className={styles.signedViews} aria-label="已签名的内容">
      <div className={styles.viewBar}>
        <SegmentedControl
          size="xs"
          aria-label="看什么"
          value={view}
          data={[...VIEWS]}
          onChange={(value) => setView(VIEWS.find((each) => each.value === value)?.value ?? 'sheets')}
        />
      </div>
      <div className={styles.viewed}>
        {view === 'sheets' ? <SignedSheets standing={standing} period={period} /> : null}
        {view === 'numbers' ? <SignedNumbers contents={contents} /> : null}
        {view === 'difference' ? <DifferenceView file={file} compared={compared} earlier={earlier} /> : null}
      </div>
    </section>
  )
}

/** The forms with their code; they are made of the records, so only while those are what was signed. */
function SignedSheets({ standing, period }: Pick<SignedViewsProps, 'standing' | 'period'>) {
  const records = useRecords()
  const paper = usePaperCode(period)
  const bound = paper?.ok === true && paper.value.kind === 'bound'
  const sheets = useMemo(
    () => (bound ? (signedSet(records, PLAN_PACK, period, standing)?.sheets ?? []) : []),
    [bound, records, period, standing],
  )
  if (paper === null) return <p className={styles.aside}>正在核对定稿文件</p>
  if (!paper.ok) return <p className={`${styles.aside} ${styles.bad}`}>{sentenceOf(paper.error)}</p>
  if (bound) return <SheetPreview sheets={sheets} />
  return (
    <div className={styles.aside}>
      <Status tone="warn" word="定稿之后数据又有改动，报表与定稿不一致，不能显示" quiet />
      <p className={styles.muted}>已签名的数在“指标”里。要按新数据报送，请撤回定稿或修改重报。</p>
    </div>
  )
}

function SignedNumbers({ contents }: Pick<SignedViewsProps, 'contents'>) {
  if (contents === null) return <p className={styles.aside}>正在读取定稿文件</p>
  if (!contents.ok) return <p className={`${styles.aside} ${styles.bad}`}>{sentenceOf(contents.error)}</p>
  const { figures, overrides } = contents.value
  return (
    <div className={styles.aside}>
      <NumbersTable figures={figures} />
      {overrides.length === 0 ? null : (
        <>
          <h3 className={styles.label}>随文件报送的说明 {overrides.length} 条</h3>
          <ul className={styles.reasons}>
            {overrides.map((override) => (
              <li key={override.subject}>{overrideWords(override, figures)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
