/** A printed form as a pure model: preview, printer, PDF and .xlsx all come from this (DESIGN.md 7). */

/** `text` is what paper shows; numbers keep their value for .xlsx. `null` prints as —, never as 0. */
export type SheetCell =
  | null
  | string
  | { readonly value: number; readonly decimals: number }
  /** A percentage; `value` 108.9 prints 108.90. */
  | { readonly percent: number }
  /** `YYYY-MM-DD` (or less precise); paper shows 2021年3月5日 in text, 2021-03-05 in tables. */
  | { readonly date: string }

export type SheetAlign = 'left' | 'center' | 'right'

export interface SheetColumn {
  /** Headings from top to bottom; equal neighbours on a level are merged. All columns have the same depth. */
  readonly headings: readonly string[]
  /** Relative width; the table is fitted to the page. */
  readonly width: number
  readonly align: SheetAlign
}

export interface SheetRow {
  readonly kind: 'data' | 'group' | 'total' | 'empty'
  readonly cells: readonly SheetCell[]
  /** Where the numbers come from: record ids behind the row, for click-through on screen. */
  readonly source?: readonly string[]
}

export interface Sheet {
  /** `form1`, `form5`, `form8`, `cover` … */
  readonly form: string
  /** 表1, printed top left. */
  readonly label: string
  readonly title: string
  /** 2021年三季度(1—9月累计). */
  readonly period: string
  /** 填报单位(盖章), 填报日期, 单位:万元. */
  readonly unitLine: { readonly unit: string; readonly date: string; readonly measure: string | null }
  readonly orientation: 'portrait' | 'landscape'
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly SheetRow[]
  readonly notes: readonly string[]
  /** 单位负责人, 审核人, 填表人, 联系电话. */
  readonly signatures: readonly { readonly label: string; readonly value: string }[]
  /** 口径版本. */
  readonly rules: string
  /** 送审稿 prints a watermark and no code; 试用数据 marks every page of the sample county. */
  readonly watermark: string | null
  /** 30-digit code of the signed file, six groups of five; null on a draft. */
  readonly code: string | null
  /** Text of the QR code printed beside the code. */
  readonly qr?: string
  /** Keeps 45 mm free below the table for the red stamp (报送交接单); forms have it beside 填报单位. */
  readonly stampSpace?: boolean
}
