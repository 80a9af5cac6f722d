/** What a foreign workbook may ask of this PC. */
export interface ReadingLimits {
  readonly bytes: number
  readonly zipEntries: number
  /** Sum of the sizes the zip directory declares. */
  readonly unpackedBytes: number
  /** Unpacked to packed, looked at from `ratioFrom` unpacked bytes upwards. */
  readonly ratio: number
  readonly ratioFrom: number
  /** Places in the bounding boxes, empty ones included. */
  readonly cells: number
  readonly sheets: number
  readonly seconds: number
  readonly megabytes: number
}

export const READING_LIMITS: ReadingLimits = {
  bytes: 64 * 1024 * 1024,
  zipEntries: 10_000,
  unpackedBytes: 400 * 1024 * 1024,
  ratio: 100,
  ratioFrom: 32 * 1024 * 1024,
  cells: 3_000_000,
  sheets: 200,
  seconds: 60,
  megabytes: 2048,
}
