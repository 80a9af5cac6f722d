import type { FieldKind } from '#shared/records/field.ts'
import { isRightAligned } from './grid-column.ts'

/** What one column may be narrowed by. Range ends are inclusive; a date end `2021` takes the whole year. */
export type GridFilter =
  | { readonly by: 'contains'; readonly text: string }
  | { readonly by: 'oneOf'; readonly texts: readonly string[] }
  | { readonly by: 'numbers'; readonly from: number | null; readonly to: number | null }
  | { readonly by: 'dates'; readonly from: string; readonly to: string }
  | { readonly by: 'empty' }
  | { readonly by: 'filled' }

export function passesFilter(filter: GridFilter, value: unknown, text: string): boolean {
  switch (filter.by) {
    case 'contains':
      return folded(text).includes(folded(filter.text))
    case 'oneOf':
      return filter.texts.includes(text)
    case 'numbers':
      return (
        typeof value === 'number' &&
        (filter.from === null || value >= filter.from) &&
        (filter.to === null || value <= filter.to)
      )
    case 'dates':
      return (
        typeof value === 'string' &&
        (filter.from === '' || value >= filter.from) &&
        (filter.to === '' || value.slice(0, filter.to.length) <= filter.to)
      )
    case 'empty':
      return text === ''
    case 'filled':
      return text !== ''
  }
}

/** Which kind of filter a column offers. */
export function filterKindOf(
  kind: FieldKind,
  hasChoices: boolean,
): 'contains' | 'oneOf' | 'numbers' | 'dates' {
  if (hasChoices) return 'oneOf'
  if (kind === 'date') return 'dates'
  return isRightAligned(kind) ? 'numbers' : 'contains'
}

/** A filter that narrows nothing is no filter. */
export function isNarrowing(filter: GridFilter): boolean {
  switch (filter.by) {
    case 'contains':
      return filter.text.trim() !== ''
    case 'oneOf':
      return filter.texts.length > 0
    case 'numbers':
      return filter.from !== null || filter.to !== null
    case 'dates':
      return filter.from !== '' || filter.to !== ''
    case 'empty':
    case 'filled':
      return true
  }
}

/** Text for searching: full-width as half-width, lower case, no blanks at the ends. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim()
}

/** Every word of the query must occur somewhere in the prepared haystack. */
export function searchWords(query: string): readonly string[] {
  return folded(query)
    .split(/\s+/)
    .filter((word) => word !== '')
}

export function hasWords(haystack: string, words: readonly string[]): boolean {
  return words.every((word) => haystack.includes(word))
}
