import { SegmentedControl } from '@mantine/core'
import type { CleanedSheet, Pile } from '#shared/tabular/cleaned.ts'
import type { ImportPlan } from '#shared/tabular/import-plan.ts'
import { Status, type StatusTone } from '../../ui/Status.tsx'
import styles from './ImportScreen.module.css'

export interface PileTabsProps {
  readonly sheets: readonly CleanedSheet[]
  readonly sheet: CleanedSheet
  readonly pile: Pile
  readonly plan: ImportPlan | null
  readonly isBusy: boolean
  readonly onSheet: (name: string) => void
  readonly onPile: (pile: Pile) => void
}

const PILE_WORDS: readonly (readonly [Pile, string, StatusTone])[] = [
  ['ok', '可导入', 'good'],
  ['fixed', '已自动规范，请确认', 'note'],
  ['todo', '需处理', 'warn'],
  ['notData', '非数据行', 'waiting'],
]

/** The four piles with their counts, which add up to the rows of the sheet, and what the import would do. */
export function PileTabs(props: PileTabsProps) {
  const { sheets, sheet, plan } = props
  const counts = plan?.counts
  return (
    <section className={styles.piles} aria-label="各行去向">
      {sheets.length > 1 ? (
        <SegmentedControl
          size="xs"
          aria-label="主表与附表"
          value={sheet.sheet}
          data={sheets.map((each, at) => ({
            value: each.sheet,
            label: at === 0 ? each.sheet : `附表：${each.sheet}`,
          }))}
          onChange={props.onSheet}
        />
      ) : null}
      <div className={styles.tabs} role="tablist" aria-label="四类行">
        {PILE_WORDS.map(([pile, word, tone]) => (
          <button
            key={pile}
            type="button"
            role="tab"
            aria-selected={pile === props.pile}
            className={styles.tab}
            data-pile={pile}
            onClick={() => props.onPile(pile)}
          >
            <Status tone={sheet.counts[pile] === 0 ? 'waiting' : tone} word={word} quiet />
            <span className={styles.count}>{sheet.counts[pile]}</span>
          </button>
        ))}
        <span className={styles.total}>共 {sheet.rows.length} 行</span>
      </div>
      <p className={styles.outcome} role="status">
        {props.isBusy || counts === undefined
          ? '正在与台账核对…'
          : `新增 ${counts.new} · 更新 ${counts.changed} · 无变化 ${counts.same} · 不导入 ${counts.skipped}${
              sheets.length > 1 ? `（含附表）` : ''
            }`}
        {sheet.duplicates.length > 0 ? ` · 重复或疑似重复 ${sheet.duplicates.length} 处` : ''}
      </p>
    </section>
  )
}
