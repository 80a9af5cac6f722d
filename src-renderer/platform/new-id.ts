/** A new random id for a record or a list element. */
export function newId(): string {
  return crypto.randomUUID()
}
