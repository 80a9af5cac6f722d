import { FileToken } from '#shared/ipc/channel.ts'

/** What a token stands for: something on disk, or bytes dropped into the window. */
export type TokenTarget =
  | { readonly kind: 'file' | 'folder'; readonly path: string }
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array }

/** What is kept at one time; the oldest bytes and the longest unused targets go first. */
export interface TokenLimits {
  readonly bytes: number
  readonly targets: number
}

const LIMITS: TokenLimits = { bytes: 256 * 1024 * 1024, targets: 10_000 }

/**
 * Token to path or bytes. The renderer holds only the token, which says nothing and cannot be guessed; however often it
 * asks, what is kept for it stays within the limits.
 */
export class FileTokens {
  readonly #targets = new Map<FileToken, TokenTarget>()
  /** Token by kind and path: a folder shown on every screen has one. */
  readonly #byPath = new Map<string, FileToken>()
  readonly #randomBytes: (length: number) => Uint8Array
  readonly #limits: TokenLimits
  #bytesKept = 0

  constructor(randomBytes: (length: number) => Uint8Array, limits = LIMITS) {
    this.#randomBytes = randomBytes
    this.#limits = limits
  }

  issue(target: TokenTarget): FileToken {
    const known = target.kind === 'bytes' ? undefined : this.#byPath.get(pathKey(target))
    if (known !== undefined && this.resolve(known) !== null) return known
    const token = FileToken.parse(Buffer.from(this.#randomBytes(24)).toString('base64url'))
    if (target.kind === 'bytes') {
      this.#targets.set(token, { ...target, bytes: ownBytes(target.bytes) })
      this.#bytesKept += target.bytes.length
      this.#dropOldestBytes(token)
    } else {
      this.#targets.set(token, target)
      this.#byPath.set(pathKey(target), token)
    }
    for (const oldest of this.#targets.keys()) {
      if (this.#targets.size <= this.#limits.targets) break
      this.#drop(oldest)
    }
    return token
  }

  resolve(token: FileToken): TokenTarget | null {
    const target = this.#targets.get(token)
    if (target === undefined) return null
    // A path in use moves to the end; bytes keep their place, since they go oldest first.
    if (target.kind !== 'bytes') {
      this.#targets.delete(token)
      this.#targets.set(token, target)
    }
    return target
  }

  #dropOldestBytes(newest: FileToken): void {
    for (const [token, target] of this.#targets) {
      if (this.#bytesKept <= this.#limits.bytes) return
      if (target.kind === 'bytes' && token !== newest) this.#drop(token)
    }
  }

  #drop(token: FileToken): void {
    const target = this.#targets.get(token)
    this.#targets.delete(token)
    if (target?.kind === 'bytes') this.#bytesKept -= target.bytes.length
    else if (target !== undefined) this.#byPath.delete(pathKey(target))
  }
}

function pathKey({ kind, path }: Extract<TokenTarget, { path: string }>): string {
  return `${kind} ${path}`
}

/** A view keeps the whole memory behind it alive; what is kept is only what it shows. */
function ownBytes(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes)
}
