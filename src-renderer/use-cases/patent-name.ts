import type { Records } from '#shared/edits/read-model.ts'

/** How 撤销 names a patent: its title, else its number. */
export function patentName(records: Records, id: string): string {
  const stored = records.get('patent', id) ?? records.all('patent').find((each) => each.id === id)?.fields
  const title = stored === undefined ? undefined : Reflect.get(stored, 'title')
  const number = stored === undefined ? undefined : Reflect.get(stored, 'applicationNo')
  const name = [title, number].find((each) => typeof each === 'string' && each !== '')
  return name === undefined ? '未填名称的专利' : `“${String(name)}”`
}
