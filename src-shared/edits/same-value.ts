import type { FieldValue } from './edit.ts'

/** Equal values never conflict; elements are equal whatever the order of their keys. */
export function sameValue(a: FieldValue, b: FieldValue): boolean {
  if (a === b) return true
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every((key) => Object.hasOwn(b, key) && a[key] === b[key])
}
