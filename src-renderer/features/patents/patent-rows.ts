import { comparablePatentNumber } from '#shared/codes/patent-number.ts'
import type { Records } from '#shared/edits/read-model.ts'
import { voidedRowsOf } from '#shared/edits/voided-rows.ts'
import type { Row } from '#shared/records/dictionary.ts'
import { type KeyedOwner, ownersInOrder } from '../../use-cases/patent-owners.ts'
import { type PatentMark, patentMarks } from './patent-marks.ts'

export type PatentRow = Row<'patent'> & {
  /** Our firms first, then the others, each in the order of the register. */
  readonly ownerNames: readonly string[]
  /** 取得方式 of our firms. */
  readonly acquisitions: readonly string[]
  readonly marks: readonly PatentMark[]
  /** 作废 with its reason. */
  readonly voided: string | null
}

export type PatentView = 'all' | 'granted' | 'toDo' | 'voided'

/** Every live patent as the table shows it, in creation order. */
export function patentRows(records: Records, today: string): readonly PatentRow[] {
  const patents = records.of('patent')
  const uses = new Map<string, number>()
  for (const { applicationNo } of patents) {
    if (applicationNo === undefined) continue
    const number = comparablePatentNumber(applicationNo)
    uses.set(number, (uses.get(number) ?? 0) + 1)
  }
  return patents.map((patent) => {
    const twice = (uses.get(comparablePatentNumber(patent.applicationNo ?? '')) ?? 0) > 1
    return patentRow(records, patent, today, twice, null)
  })
}

/** Patents taken out by 作废, to look at and to restore. */
export function voidedPatentRows(records: Records, today: string): readonly PatentRow[] {
  return voidedRowsOf(records, 'patent').map(({ row, reason }) =>
    patentRow(records, row, today, false, reason),
  )
}

function patentRow(
  records: Records,
  patent: Row<'patent'>,
  today: string,
  twice: boolean,
  voided: string | null,
): PatentRow {
  const owners = ownersInOrder(patent.owners).map((each) => ({ ...each, firm: firmOf(records, each) }))
  const ours = owners.filter(({ firm }) => firm !== undefined)
  const others = owners.filter(({ firm }) => firm === undefined)
  return {
    ...patent,
    ownerNames: [...ours, ...others].map(({ firm, owner }) => firm?.name ?? owner.name),
    acquisitions: [...new Set(ours.flatMap(({ owner }) => owner.acquisition ?? []))],
    marks: voided === null ? patentMarks(patent, { today, twice, hasFirm: ours.length > 0 }) : [],
    voided,
  }
}

function firmOf(records: Records, { owner }: KeyedOwner): Row<'enterprise'> | undefined {
  return owner.enterprise === undefined ? undefined : records.get('enterprise', owner.enterprise)
}

/** The rows of one view; `granted` are those with a 授权公告日 in the year. Rows in `kept` stay whatever they are. */
export function rowsInView(
  rows: readonly PatentRow[],
  view: PatentView,
  year: number,
  kept: ReadonlySet<string> = new Set(),
): readonly PatentRow[] {
  if (view === 'all') return rows
  const belongs =
    view === 'granted'
      ? (row: PatentRow) => row.grantedOn?.startsWith(String(year)) === true
      : (row: PatentRow) => row.marks.some((mark) => mark.toDo)
  return rows.filter((row) => kept.has(row.id) || belongs(row))
}

/** What a search may find beside the shown text: the number without point and with ZL and CN, pinyin initials. */
export function searchedText(row: PatentRow, initials: ((text: string) => string) | null): string {
  const number = row.applicationNo ?? ''
  const digits = number.replace('.', '')
  const names = [row.title ?? '', ...row.ownerNames]
  const pinyin = initials === null ? [] : names.map(initials)
  return [digits, `ZL${number}`, `ZL${digits}`, `CN${number}`, `CN${digits}`, ...pinyin].join('\n')
}
