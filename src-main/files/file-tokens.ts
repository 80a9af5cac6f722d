import { FileToken } from '#shared/ipc/channel.ts'

/** What a token stands for: something on disk, or bytes dropped into the window. */
export type TokenTarget =
  | { readonly kind: 'file' | 'folder'; readonly path: string }
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array }

/** Dropped bytes kept at one time; the oldest go first. */
const MOST_BYTES_KEPT = 256 * 1024 * 1024

/** Token to path or bytes. The renderer holds only the token, which says nothing and cannot be guessed. */
export class FileTokens {
  readonly #targets = new Map<FileToken, TokenTarget>()
  readonly #randomBytes: (length: number) => Uint8Array
  readonly #mostBytes: number
  #bytesKept = 0

  constructor(randomBytes: (length: number) => Uint8Array, mostBytes = MOST_BYTES_KEPT) {
    this.#randomBytes = randomBytes
    this.#mostBytes = mostBytes
  }

  issue(target: TokenTarget): FileToken {
    const token = FileToken.parse(Buffer.from(this.#randomBytes(24)).toString('base64url'))
    this.#targets.set(token, target)
    if (target.kind === 'bytes') {
      this.#bytesKept += target.bytes.length
      this.#dropOldestBytes(token)
    }
    return token
  }

  resolve(token: FileToken): TokenTarget | null {
    return this.#targets.get(token) ?? null
  }

  #dropOldestBytes(newest: FileToken): void {
    for (const [token, target] of this.#targets) {
      if (this.#bytesKept <= this.#mostBytes) return
      if (target.kind !== 'bytes' || token === newest) continue
      this.#targets.delete(token)
      this.#bytesKept -= target.bytes.length
    }
  }
}
