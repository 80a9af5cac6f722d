/** Measured heights in one unit (CSS px); the page body is what is left between the margins and the footer. */
export interface PageMeasures {
  readonly body: number
  /** Label, title and unit line, on the first page only. */
  readonly opening: number
  /** Table header, repeated on every page. */
  readonly header: number
  readonly rows: readonly number[]
  /** Notes and signatures, on the last page only; never apart from the last row. */
  readonly closing: number
}

/** Rows `from` (inclusive) to `to` (exclusive) of one page. */
export interface PageRange {
  readonly from: number
  readonly to: number
}

/**
 * Cuts a form into pages: no row is split; the closing block takes the last row along when it does not fit below it.
 * A row too tall for a page, or for the closing block beside it, gets a page of its own.
 */
export function paginate(measures: PageMeasures): readonly PageRange[] {
  const { rows } = measures
  const pages: PageRange[] = []
  let from = 0
  do {
    const capacity = measures.body - measures.header - (pages.length === 0 ? measures.opening : 0)
    let to = from
    let used = 0
    while (to < rows.length && (to === from || used + (rows[to] ?? 0) <= capacity)) {
      used += rows[to] ?? 0
      to++
    }
    const closes = used + measures.closing <= capacity
    if (to === rows.length && !closes && to - from > 1) to--
    pages.push({ from, to })
    if (to === rows.length && !closes) pages.push({ from: to, to })
    from = to
  } while (from < rows.length)
  return pages
}
