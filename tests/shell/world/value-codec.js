// Values as JSON text between the main process and the isolated world, with the types structured clone keeps.
// Runs in both: required by Node, and injected as source into the page's isolated world.

function createValueCodec() {
  const hasBuffer = typeof Buffer !== 'undefined'
  const toBase64 = (/** @type {any} */ bytes) => {
    if (hasBuffer) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
    if (bytes.toBase64) return bytes.toBase64()
    let text = ''
    for (let i = 0; i < bytes.length; i += 32_768)
      text += String.fromCharCode(...bytes.subarray(i, i + 32_768))
    return btoa(text)
  }
  const fromBase64 = (/** @type {string} */ text) => {
    if (hasBuffer) return new Uint8Array(Buffer.from(text, 'base64'))
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text)
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  }

  /**
   * A tagged value is an object with the key `$`; a plain object that has that key itself is tagged 'object'.
   * @param {any} value @returns {any}
   */
  function encode(value) {
    switch (typeof value) {
      case 'undefined':
        return { $: 'undefined' }
      case 'bigint':
        return { $: 'bigint', v: String(value) }
      case 'number':
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) }
      case 'function':
      case 'symbol':
        throw new Error('An object could not be cloned.')
      case 'object':
        return value === null ? null : encodeObject(value)
      default:
        return value
    }
  }

  /** @param {any} value @returns {any} */
  function encodeObject(value) {
    if (Array.isArray(value)) return value.map(encode)
    if (value instanceof Date) return { $: 'date', v: value.getTime() }
    if (value instanceof RegExp) return { $: 'regexp', v: [value.source, value.flags] }
    if (value instanceof ArrayBuffer)
      return { $: 'bytes', t: 'ArrayBuffer', v: toBase64(new Uint8Array(value)) }
    if (ArrayBuffer.isView(value)) {
      const type = hasBuffer && Buffer.isBuffer(value) ? 'Uint8Array' : value.constructor.name
      return {
        $: 'bytes',
        t: type,
        v: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)),
      }
    }
    if (value instanceof Map)
      return { $: 'map', v: [...value].map(([key, item]) => [encode(key), encode(item)]) }
    if (value instanceof Set) return { $: 'set', v: [...value].map(encode) }
    if (value instanceof Error) return { $: 'error', v: [value.name, value.message] }
    if (value instanceof Promise) throw new Error('An object could not be cloned.')
    const copy = Object.create(null) // `__proto__` stays an ordinary key
    for (const key of Object.keys(value)) copy[key] = encode(value[key])
    return Object.hasOwn(value, '$') ? { $: 'object', v: copy } : copy
  }

  /** Works in place on what JSON.parse made. @param {any} value @returns {any} */
  function decode(value) {
    if (value === null || typeof value !== 'object') return value
    if (typeof value.$ === 'string') return decodeTagged(value)
    for (const key of Object.keys(value)) value[key] = decode(value[key])
    return value
  }

  /** @param {{ $: string, t?: string, v?: any }} tagged @returns {any} */
  function decodeTagged({ $: tag, t: type, v: content }) {
    switch (tag) {
      case 'undefined':
        return undefined
      case 'bigint':
        return BigInt(content)
      case 'number':
        return Number(content)
      case 'date':
        return new Date(content)
      case 'regexp':
        return new RegExp(content[0], content[1])
      case 'map':
        return new Map(decode(content))
      case 'set':
        return new Set(decode(content))
      case 'error':
        return Object.assign(new Error(content[1]), { name: content[0] })
      case 'bytes': {
        const bytes = fromBase64(content)
        if (type === 'Uint8Array') return bytes
        return type === 'ArrayBuffer'
          ? bytes.buffer
          : Reflect.construct(Reflect.get(globalThis, type ?? ''), [bytes.buffer])
      }
      default: {
        for (const key of Object.keys(content)) content[key] = decode(content[key])
        return content
      }
    }
  }

  return {
    encode: (/** @type {unknown[]} */ values) => JSON.stringify(values.map(encode)),
    decode: (/** @type {string} */ text) => decode(JSON.parse(text)),
  }
}

if (typeof module !== 'undefined') module.exports = { createValueCodec }
