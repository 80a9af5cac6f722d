/** Makes a missing case of a union a compile error, and a loud bug if a value lied about its type. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
