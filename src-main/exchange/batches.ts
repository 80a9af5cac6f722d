import { admitted, type Here } from '#shared/exchange/admission.ts'
import type { TravellingEdit } from '#shared/exchange/exchange-body.ts'
import type { KnownStation } from '#shared/exchange/known-station.ts'
import { inOrder, noteOf, type WaitingFile } from './held-files.ts'

/** Some files of one PC, taken up as one step. */
export interface Batch {
  readonly kid: string
  readonly name: string
  readonly files: readonly WaitingFile[]
  /** Edits that may be written, and the newest known one of each station, which proves the chain. */
  readonly edits: readonly TravellingEdit[]
  /** Further stations somebody looked at: agreed to with this batch, and only for it. */
  readonly once: readonly string[]
}

const BATCH_BYTES = 16 * 1024 * 1024

/** The first files of a PC in the order of its edits, and what of them may be taken up. */
export function batchOf(
  files: readonly WaitingFile[],
  from: Pick<KnownStation, 'kid' | 'name' | 'station' | 'also'>,
  here: Here,
  once: readonly string[] = [],
): Batch | null {
  const own = files
    .filter(({ signer }) => signer.kid === from.kid)
    .toSorted((a, b) => inOrder(noteOf(a), noteOf(b)))
  const chosen: WaitingFile[] = []
  let bytes = 0
  for (const file of own) {
    if (bytes > BATCH_BYTES) break
    chosen.push(file)
    bytes += file.bytes
  }
  if (chosen.length === 0) return null
  const edits = [...admitted(chosen, { ...from, also: [...from.also, ...once] }, here)]
  return { kid: from.kid, name: from.name, files: chosen, edits, once }
}
