import { IconAlertTriangle } from '@tabler/icons-react'
import { fieldOf } from '#shared/records/dictionary.ts'
import { ACQUISITIONS, PatentOwner } from '#shared/records/patent.ts'
import { dictionaryColumn, type GridColumn } from '../../ui/grid/grid-column.ts'
import { Status } from '../../ui/Status.tsx'
import styles from './Patents.module.css'
import { numberVerdict } from './patent-number-words.ts'
import type { PatentRow } from './patent-rows.ts'

const typed = (name: string, width: number) =>
  ({ ...dictionaryColumn<PatentRow>(fieldOf('patent', name)), width }) satisfies GridColumn<PatentRow>

const NUMBER: GridColumn<PatentRow> = {
  ...typed('applicationNo', 168),
  render: (row) => {
    const verdict = numberVerdict(row.applicationNo ?? '')
    if (verdict === null) return '—'
    if (verdict.tone === 'good') return row.applicationNo
    return (
      <span className={styles.doubtful} title={verdict.words}>
        {row.applicationNo}
        <IconAlertTriangle size={15} aria-label={verdict.words} />
      </span>
    )
  },
}

const MARKS: GridColumn<PatentRow> = {
  id: 'marks',
  title: '提示',
  kind: 'text',
  width: 184,
  value: (row) => marksText(row),
  text: marksText,
  render: (row) => {
    const [first, ...others] = row.marks
    if (row.voided !== null) return <span className={styles.reason}>作废：{row.voided}</span>
    if (first === undefined) return <span className={styles.none} />
    const sentences = row.marks.map((mark) => mark.sentence).join('\n')
    return (
      <span className={styles.mark} title={sentences}>
        <Status quiet tone={first.tone} word={first.word} />
        {others.length === 0 ? null : <span className={styles.more}>等 {row.marks.length} 项</span>}
      </span>
    )
  },
}

function marksText(row: PatentRow): string {
  return row.voided === null ? row.marks.map((mark) => mark.word).join('、') : `作废：${row.voided}`
}

const OWNERS: GridColumn<PatentRow> = {
  ...dictionaryColumn<PatentRow>(fieldOf('patent', 'owners'), {
    text: (row) => row.ownerNames.join('、'),
  }),
  width: 250,
}

const ACQUISITION: GridColumn<PatentRow> = {
  id: 'acquisition',
  title: '取得方式',
  kind: 'choice',
  width: 90,
  help: '名录内企业的取得方式；受让、承继不计入授权量和破零',
  value: (row) => row.acquisitions.join('、'),
  text: (row) => row.acquisitions.join('、'),
  choices: ACQUISITIONS,
  field: {
    title: '取得方式',
    kind: 'choice',
    choices: ACQUISITIONS,
    schema: PatentOwner.shape.acquisition,
  },
}

/** What is always in view at 1366 px comes first. */
export const PATENT_COLUMNS: readonly GridColumn<PatentRow>[] = [
  NUMBER,
  typed('title', 220),
  typed('kind', 92),
  typed('filedOn', 104),
  typed('grantedOn', 116),
  typed('status', 100),
  MARKS,
  OWNERS,
  ACQUISITION,
  typed('publishedOn', 104),
  typed('grantNo', 130),
  typed('agency', 180),
  typed('note', 160),
]
