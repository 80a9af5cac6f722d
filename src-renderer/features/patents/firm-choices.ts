import type { Row } from '#shared/records/dictionary.ts'
import { folded } from '../../ui/grid/grid-filter.ts'

/** Firms whose name, former name, code or pinyin initials contain the query; names beginning with it first. */
export function matchingFirms(
  firms: readonly Row<'enterprise'>[],
  query: string,
  initials: ((text: string) => string) | null,
  limit: number,
): readonly Row<'enterprise'>[] {
  const wanted = folded(query)
  if (wanted === '') return firms.slice(0, limit)
  const first: Row<'enterprise'>[] = []
  const later: Row<'enterprise'>[] = []
  for (const firm of firms) {
    const name = folded(firm.name ?? '')
    if (name.startsWith(wanted)) first.push(firm)
    else if (mentions(firm, name, wanted, initials)) later.push(firm)
  }
  return [...first, ...later].slice(0, limit)
}

function mentions(
  firm: Row<'enterprise'>,
  name: string,
  wanted: string,
  initials: ((text: string) => string) | null,
): boolean {
  if (name.includes(wanted) || folded(firm.code ?? '').includes(wanted)) return true
  if (Object.values(firm.formerNames ?? {}).some((each) => folded(each.name).includes(wanted))) return true
  return initials !== null && /^[a-z]+$/.test(wanted) && initials(firm.name ?? '').includes(wanted)
}
