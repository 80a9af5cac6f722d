import type { DictionaryField } from '#shared/records/dictionary.ts'

export interface FieldGroup {
  readonly title: string
  readonly fields: readonly DictionaryField[]
}

/** Fields by the group of the dictionary, groups and fields in the order they first appear; internal ones left out. */
export function fieldGroups(fields: readonly DictionaryField[]): readonly FieldGroup[] {
  const groups = new Map<string, DictionaryField[]>()
  for (const field of fields) {
    if (field.internal === true) continue
    const title = field.group ?? '其他'
    const group = groups.get(title)
    if (group === undefined) groups.set(title, [field])
    else group.push(field)
  }
  return [...groups].map(([title, grouped]) => ({ title, fields: grouped }))
}
