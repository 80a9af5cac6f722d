import type { Records } from '#shared/edits/read-model.ts'
import { comparableName } from '#shared/tabular/firm-names.ts'

/** A firm prepared for searching; made once per set of records. */
export interface FirmEntry {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly comparable: string
  /** 曾用名, comparable. */
  readonly former: readonly string[]
  readonly initials: string
}

/** All firms with a name; `initials` gives pinyin initials in lower case. */
export function firmEntries(records: Records, initials: (text: string) => string): readonly FirmEntry[] {
  return records.of('enterprise').flatMap(({ id, name, code = '', formerNames = {} }) => {
    if (name === undefined) return []
    const comparable = comparableName(name)
    const former = Object.values(formerNames).map((each) => comparableName(each.name))
    return [{ id, name, code, comparable, former, initials: initials(name).toUpperCase() }]
  })
}

/** The best matches by name, 曾用名, code or pinyin initials, beginnings before parts; none for empty text. */
export function findFirms(entries: readonly FirmEntry[], typed: string, limit: number): readonly FirmEntry[] {
  const wanted = comparableName(typed)
  if (wanted === '') return []
  const starts: FirmEntry[] = []
  const contains: FirmEntry[] = []
  for (const entry of entries) {
    const texts = [entry.comparable, entry.code, entry.initials, ...entry.former]
    if (texts.some((text) => text.startsWith(wanted))) starts.push(entry)
    else if (texts.some((text) => text.includes(wanted))) contains.push(entry)
  }
  return [...starts, ...contains].slice(0, limit)
}
