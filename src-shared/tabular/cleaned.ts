import type { Role } from './layout.ts'

/** What a workbook is read as; each gives records of several types (a firm list also gives 年度名单 and 企业数据). */
export const SUBJECTS = ['enterprises', 'activities', 'patents', 'figures'] as const
export type Subject = (typeof SUBJECTS)[number]

/** What a workbook of a subject is called in sentences. */
export const SUBJECT_TITLES: { readonly [S in Subject]: string } = {
  enterprises: '企业名单',
  patents: '发明专利台账',
  figures: '企业数据',
  activities: '服务活动台账',
}

/** 可导入 / 已自动规范,请确认 / 需处理 / 非数据行: each source row ends in exactly one. */
export const PILES = ['ok', 'fixed', 'todo', 'notData'] as const
export type Pile = (typeof PILES)[number]

export type Severity = 'info' | 'warning' | 'blocking'

/** One thing noticed in a cell or a row; `cell` is an A1 address, `message` a sentence in office Chinese. */
export interface Finding {
  readonly cell: string
  /** `<record>.<field>`, or null when the finding concerns the row. */
  readonly field: string | null
  /** Stable code, for example `uscc-check-digit`; the catalogue is tabular/finding-kinds.ts. */
  readonly kind: string
  readonly severity: Severity
  readonly before: string
  readonly after: string | null
  readonly message: string
}

export type CleanValue = string | number | boolean | Readonly<Record<string, unknown>>

/** `<record>.<field>`, with `@<year>` or `@<period>` where a row carries several (enterprise list: figures.revenue@2020). */
export type ValueKey = string

export interface CleanedRow {
  /** 1-based sheet row. */
  readonly row: number
  readonly pile: Pile
  /** The firm's 18-character code or null; the activity's number; the application number. */
  readonly key: string | null
  readonly values: Readonly<Record<ValueKey, CleanValue>>
  readonly findings: readonly Finding[]
}

/** Which column was understood as what; `header` is the joined heading as the sheet shows it. */
export interface ColumnMapping {
  readonly column: number
  readonly header: string
  /** A value key, `custom` (kept as 自定义列), or null (dropped by choice or a row number column). */
  readonly target: ValueKey | 'custom' | null
}

export interface CleanedSheet {
  readonly file: string
  readonly sheet: string
  readonly subject: Subject
  readonly role: Role
  /** 1-based rows of the header. */
  readonly headerRows: readonly number[]
  readonly columns: readonly ColumnMapping[]
  readonly counts: Readonly<Record<Pile, number>>
  readonly rows: readonly CleanedRow[]
  /** Titles of columns nobody understood. */
  readonly unmapped: readonly string[]
  readonly duplicates: readonly { readonly rows: readonly [number, number]; readonly reason: string }[]
}
