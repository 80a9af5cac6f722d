import { type FieldValue, VOID_FIELD } from './edit.ts'

/** The shapes met so far; the one before is the likeliest. */
export class Shapes {
  readonly all: (readonly string[])[] = []
  #last = 0

  numberOf(names: readonly string[]): number {
    const last = this.all[this.#last]
    if (last === undefined || !sameNames(last, names)) {
      const known = this.all.findIndex((shape) => sameNames(shape, names))
      this.#last = known < 0 ? this.all.push(names) - 1 : known
    }
    return this.#last
  }
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false
  return true
}

/** The registers of one write: a list is an array of keys and elements in turn. */
export interface PackedFields {
  readonly names: readonly string[]
  readonly values: readonly unknown[]
}

export function packFields(set: Readonly<Record<string, FieldValue>>): PackedFields {
  const names: string[] = []
  const values: unknown[] = []
  for (const name in set) {
    const slash = name.indexOf('/')
    if (slash < 0) {
      names.push(name)
      values.push(set[name])
      continue
    }
    const list = name.slice(0, slash)
    const at = names.lastIndexOf(list)
    const element = [name.slice(slash + 1), set[name]]
    if (at < 0) {
      names.push(list)
      values.push(element)
    } else (values[at] as unknown[]).push(...element)
  }
  return { names, values }
}

/** The names of a shape, and an object that has them all. */
export interface Template {
  readonly names: readonly string[]
  readonly empty: Readonly<Record<string, unknown>>
}

/** Copies of an object that JSON.parse made are quick to make and to read: all its members lie in the object itself. */
export function templateOf(names: readonly string[]): Template {
  const empty = Object.fromEntries(names.map((name) => [name, null]))
  return { names, empty: JSON.parse(JSON.stringify(empty)) as Readonly<Record<string, unknown>> }
}

/** The fields of a write, lists as objects. */
export function unpackFields(
  template: Template,
  values: readonly unknown[],
): Readonly<Record<string, unknown>> {
  const fields = { ...template.empty }
  for (const [at, name] of template.names.entries()) {
    const value = values[at]
    fields[name] = Array.isArray(value) ? elementsOf(value) : value
  }
  return fields
}

function elementsOf(list: readonly unknown[]): Readonly<Record<string, unknown>> {
  // Without a prototype it is a hash table: keys differ from record to record, shapes would pile up.
  const elements: Record<string, unknown> = Object.create(null)
  for (let at = 0; at < list.length; at += 2) elements[list[at] as string] = list[at + 1]
  return elements
}

/** The registers of nested fields: of all values only lists, and `$void`, are objects. */
export function flatten(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, FieldValue>> {
  const set: Record<string, FieldValue> = {}
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value !== 'object' || value === null || name === VOID_FIELD) set[name] = value as FieldValue
    else {
      for (const [key, element] of Object.entries(value)) set[`${name}/${key}`] = element as FieldValue
    }
  }
  return set
}
