/** One cell as the reader process gives it. `text` is what the office program would show, when it differs. */
export type Cell =
  | null
  | string
  | number
  | boolean
  /** A date cell: serial already resolved to the calendar by the workbook's date system. */
  | { readonly kind: 'date'; readonly iso: string; readonly text?: string }
  /** #REF!, #N/A …: no value. */
  | { readonly kind: 'error'; readonly text: string }
  /** A formula's cached value. */
  | { readonly kind: 'formula'; readonly value: string | number | boolean; readonly text?: string }

/** 0-based, inclusive rectangle. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** A sheet's true bounding box; row `i` is sheet row `i + 1`. Rows may be shorter than `columns`. */
export interface Matrix {
  readonly sheet: string
  readonly rows: readonly (readonly Cell[])[]
  readonly columns: number
  readonly merges: readonly Merge[]
  /** 0-based. */
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
  readonly hiddenSheet: boolean
}

export interface Workbook {
  readonly file: string
  readonly sheets: readonly Matrix[]
}
