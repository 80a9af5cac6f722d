import { Checkbox } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useRef, useState } from 'react'
import type { Records } from '#shared/edits/read-model.ts'
import type { CleanedSheet, Pile } from '#shared/tabular/cleaned.ts'
import { Status } from '../../ui/Status.tsx'
import { type PreviewRow, rowWords, takenAs } from './import-rows.ts'
import { RowDetails } from './RowDetails.tsx'
import styles from './RowTable.module.css'

export interface RowTableProps {
  readonly sheet: CleanedSheet
  readonly pile: Pile
  readonly rows: readonly PreviewRow[]
  readonly records: Records
  /** Sheet rows to take in or to leave out. */
  readonly onToggle: (rows: readonly number[], chosen: boolean) => void
}

const ROW_HEIGHT = 33

const PILE_HINTS: { readonly [P in Pile]?: string } = {
  fixed: '这些行已规范，请抽查；点行号看每一格的原内容和导入内容，不要的行取消勾选。',
  todo: '这些行先不导入。请在原表改好后重新导入；也可以勾选：缺代码的按名称暂存，有问题的格留空。',
  notData: '标题、表头、合计、签字等行，不导入。',
}

/** The rows of one pile, drawn as they scroll by; each opens to what was found in it and what would change. */
export function RowTable(props: RowTableProps) {
  const { rows, pile } = props
  const words = rowWords(props.sheet)
  const scroller = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: useCallback((index: number) => rows[index]?.source.row ?? index, [rows]),
    overscan: 10,
  })
  const toggleOpen = (row: number) =>
    setOpen((before) => {
      const after = new Set(before)
      if (!after.delete(row)) after.add(row)
      return after
    })
  const choosable = rows.filter((row) => row.canChoose)
  const chosen = choosable.filter((row) => row.chosen).length

  if (rows.length === 0) return <p className={styles.none}>这一类没有行</p>
  return (
    <div className={styles.table}>
      {PILE_HINTS[pile] === undefined ? null : <p className={styles.hint}>{PILE_HINTS[pile]}</p>}
      <div className={styles.head}>
        <span>
          {pile === 'notData' ? null : (
            <Checkbox
              size="xs"
              aria-label="全部导入"
              disabled={choosable.length === 0}
              checked={choosable.length > 0 && chosen === choosable.length}
              indeterminate={chosen > 0 && chosen < choosable.length}
              onChange={(event) =>
                props.onToggle(
                  choosable.map((row) => row.source.row),
                  event.currentTarget.checked,
                )
              }
            />
          )}
        </span>
        <span>行号</span>
        <span>{words.name}</span>
        <span>{words.key}</span>
        <span>结果</span>
        <span>说明</span>
      </div>
      <div ref={scroller} className={styles.scroller}>
        <ul aria-label="文件中的行" className={styles.list} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index]
            if (row === undefined) return null
            return (
              <li
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                className={styles.item}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <RowLine
                  row={row}
                  pile={pile}
                  isOpen={open.has(row.source.row)}
                  onOpen={() => toggleOpen(row.source.row)}
                  onToggle={(take) => props.onToggle([row.source.row], take)}
                />
                {open.has(row.source.row) ? (
                  <RowDetails sheet={props.sheet} row={row} records={props.records} />
                ) : null}
              </li>
            )
          })}
        </ul>
      </div>
    </div>
  )
}

interface RowLineProps {
  readonly row: PreviewRow
  readonly pile: Pile
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onToggle: (chosen: boolean) => void
}

function RowLine({ row, pile, isOpen, onOpen, onToggle }: RowLineProps) {
  const { source, name, code } = row
  const label = `第${source.row}行`
  return (
    <div className={styles.row}>
      <span>
        {pile === 'notData' ? null : (
          <Checkbox
            size="xs"
            aria-label={`导入${label}`}
            disabled={!row.canChoose}
            checked={row.chosen && row.canChoose}
            onChange={(event) => onToggle(event.currentTarget.checked)}
          />
        )}
      </span>
      <span>
        <button type="button" className={styles.opener} aria-expanded={isOpen} onClick={onOpen}>
          <IconChevronRight size={14} aria-hidden className={styles.chevron} />
          {source.row}
        </button>
      </span>
      <span className={styles.name} title={name}>
        {name === '' ? '—' : name}
      </span>
      <span className={styles.code}>{code === '' ? '—' : code}</span>
      <span className={styles.outcome}>{pile === 'notData' ? '不是数据' : <Outcome row={row} />}</span>
      <span className={styles.words} title={firstWords(row)}>
        {firstWords(row)}
      </span>
    </div>
  )
}

function Outcome({ row }: { row: PreviewRow }) {
  if (!row.canChoose) return <Status tone="bad" word="不能导入" quiet />
  if (!row.chosen) return <Status tone="waiting" word="不导入" quiet />
  switch (row.planned?.status) {
    case 'new':
      return <Status tone="good" word="新增" quiet />
    case 'changed':
      return <Status tone="note" word={`更新 ${row.planned.changes.length} 处`} quiet />
    case 'same':
      return <Status tone="waiting" word="无变化" quiet />
    case 'skipped':
      return <Status tone="warn" word="不导入" quiet />
    case undefined:
      return <>核对中</>
  }
}

/** The weightiest finding, and how many more there are. */
function firstWords(row: PreviewRow): string {
  const { findings } = row.source
  const reason = row.chosen ? (row.planned?.reason ?? null) : null
  const [first] = [
    ...findings.filter((each) => each.severity === 'blocking'),
    ...findings.filter((each) => each.severity === 'warning'),
    ...findings,
  ]
  if (reason !== null) return reason
  if (row.source.pile === 'todo' && row.chosen && row.canChoose)
    return `${takenAs(row.source)}：${first?.message ?? ''}`
  const more = findings.length > 1 ? `（共 ${findings.length} 处）` : ''
  return first === undefined ? '' : `${first.message}${more}`
}
