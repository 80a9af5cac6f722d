import type { ParsingOptions, WorkBook } from 'xlsx'

// Exported by the library, missing from its own types: reads a zip that is already unpacked.
declare module 'xlsx' {
  export interface UnpackedFiles {
    readonly FullPaths: readonly string[]
  }
  export function parse_zip(files: UnpackedFiles, options: ParsingOptions): WorkBook
}
