import { type BundleCrypto, sha256Hex } from '../bundle/bundle-crypto.ts'
import { BODY, DATA_SCHEMA, type Identity, Manifest, type Signer } from '../bundle/manifest.ts'
import { whereOf } from '../bundle/read-bundle.ts'
import type { Clock } from '../edits/edit.ts'
import type { AppError } from '../errors/app-error.ts'
import { err, ok, type Result } from '../result.ts'
import { EXCHANGE_LIMITS, ExchangeBody, firstGap, type TravellingEdit } from './exchange-body.ts'

/** The chain of a station's files: number and identity of the last one. */
export interface ExchangeChain {
  readonly seq: number
  readonly previous: Identity | null
}

/** An exchange file holds edits, not reports: the rules of no plan pack matter to it. */
const NO_PACK = { id: 'exchange', version: '1' } as const

/** The manifest over exactly this body text. */
export function composeExchange(
  heading: ExchangeChain & { readonly unit: string; readonly createdAt: string },
  body: ExchangeBody,
  bodyText: string,
  signer: Signer,
  crypto: BundleCrypto,
): Result<Manifest, AppError> {
  const checked = ExchangeBody.safeParse(body)
  if (!checked.success) return err({ code: 'exchange.not-whole', where: whereOf(checked.error) })
  const gap = firstGap(body)
  if (gap !== null) return err({ code: 'exchange.not-whole', where: gap })
  const bytes = crypto.encodeUtf8(bodyText)
  const manifest = Manifest.safeParse({
    kind: 'exchange',
    from: heading.unit,
    to: heading.unit,
    station: body.station,
    period: null,
    seq: heading.seq,
    previous: heading.previous,
    supersedes: null,
    void: [],
    createdAt: heading.createdAt,
    schema: DATA_SCHEMA,
    pack: NO_PACK,
    counts: { edits: body.edits.length },
    contacts: 'included',
    signers: [signer],
    repliesTo: null,
    contents: [{ name: BODY, bytes: bytes.length, sha256: sha256Hex(crypto, bytes) }],
  })
  return manifest.success
    ? ok(manifest.data)
    : err({ code: 'bundle.manifest-invalid', where: whereOf(manifest.error) })
}

/** One file's worth of edits. */
export interface ExchangePart {
  readonly before: Clock
  readonly after: Clock
  readonly edits: readonly TravellingEdit[]
}

/** Edits in journal order cut into files; none gives no file. `sizeOf` is the length of an edit as text. */
export function cutIntoParts(
  edits: readonly TravellingEdit[],
  before: Clock,
  sizeOf: (edit: TravellingEdit) => number,
  limit: number = EXCHANGE_LIMITS.cutBytes,
): readonly ExchangePart[] {
  const parts: ExchangePart[] = []
  let [from, bytes]: [Clock, number] = [before, 0]
  let held: TravellingEdit[] = []
  const close = () => {
    if (held.length === 0) return
    const after = clockAfter(from, held)
    parts.push({ before: from, after, edits: held })
    from = after
    held = []
    bytes = 0
  }
  for (const edit of edits) {
    const size = sizeOf(edit)
    if (bytes + size > limit || held.length === EXCHANGE_LIMITS.edits) close()
    held.push(edit)
    bytes += size
  }
  close()
  return parts
}

function clockAfter(before: Clock, edits: readonly TravellingEdit[]): Clock {
  const after: Record<string, number> = { ...before }
  for (const { edit } of edits) after[edit.id.station] = edit.id.n
  return after
}
