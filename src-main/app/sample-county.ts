import { join } from 'node:path'
import type { Handlers, Reply } from '#shared/ipc/contract.ts'
import { err, ok } from '#shared/result.ts'
import type { Subject } from '#shared/tabular/cleaned.ts'
import { displayName, readFailure } from '../files/file-failures.ts'
import type { FileSystem } from '../files/file-system.ts'
import type { FileTokens } from '../files/file-tokens.ts'

export interface SampleCountyDeps {
  readonly fs: Pick<FileSystem, 'size'>
  readonly tokens: FileTokens
  /** Folder of the workbooks, part of the program: out/assets/sample-county. */
  readonly sampleFolder: string
}

/** Firms first: the other workbooks name them. */
const WORKBOOKS: readonly { readonly subject: Subject; readonly name: string }[] = [
  { subject: 'enterprises', name: 'enterprises-clean-120.xlsx' },
  { subject: 'patents', name: 'patents-2021.xlsx' },
  { subject: 'figures', name: 'figures-2021Q3.xlsx' },
  { subject: 'activities', name: 'service-log-2021.xlsx' },
]

/** 试用: the sample workbooks as files that can be read like picked ones. */
export function sampleCountyHandlers(deps: SampleCountyDeps): Pick<Handlers, 'sample:workbooks'> {
  return {
    'sample:workbooks': async () => {
      const found: Extract<Reply<'sample:workbooks'>, { ok: true }>['value'] = []
      for (const { subject, name } of WORKBOOKS) {
        const path = join(deps.sampleFolder, name)
        try {
          const size = await deps.fs.size(path)
          const token = deps.tokens.issue({ kind: 'file', path })
          found.push({ subject, file: { token, name: displayName(path), size } })
        } catch (error) {
          return err(readFailure(error, path))
        }
      }
      return ok(found)
    },
  }
}
