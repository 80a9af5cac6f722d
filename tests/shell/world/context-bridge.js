// contextBridge between the page's world ('page') and the preload's ('isolated'); injected into both before any script.
// Values cross as CustomEvent.detail, which Chromium clones between worlds; functions and promises cross as numbers.
// Everything used later is captured first: what the page patches afterwards does not reach this code.

function createContextBridge(side, secret, onNotice = () => {}) {
  const { dispatchEvent, addEventListener } = EventTarget.prototype
  const { get: readDetail } = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')
  const { apply, getPrototypeOf, ownKeys } = Reflect
  const { isArray } = Array
  const { freeze, defineProperty, prototype: plain } = Object
  const then = Promise.prototype.then
  const OwnCustomEvent = CustomEvent
  const OwnPromise = Promise
  const OwnError = Error
  const target = window
  const inbox = `${secret}:${side}`
  const outbox = `${secret}:${side === 'page' ? 'isolated' : 'page'}`

  const functions = Object.assign(Object.create(null), { count: 0 })
  const waiting = Object.create(null)
  let answer

  const post = (detail) => apply(dispatchEvent, target, [new OwnCustomEvent(outbox, { detail })])
  // Only the message of an error crosses.
  const describe = (error) => `${error instanceof OwnError ? error.message : error}`

  function pack(value, depth = 0) {
    if (depth > 1000)
      throw new OwnError(
        'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
      )
    if (typeof value === 'symbol') throw new OwnError('An object could not be cloned.')
    if (typeof value === 'function') return { kind: 'function', id: keep(value) }
    if (value === null || typeof value !== 'object') return { kind: 'value', value }
    if (value instanceof OwnPromise) return packPromise(value)
    if (value instanceof OwnError) return { kind: 'error', message: value.message }
    if (isArray(value)) {
      const items = []
      for (let i = 0; i < value.length; i += 1) items[i] = pack(value[i], depth + 1)
      return { kind: 'array', items }
    }
    return isRecord(value) ? packRecord(value, depth) : { kind: 'value', value }
  }

  // Class instances lose their class, built-in types keep it through the structured clone.
  function isRecord(value) {
    const prototype = getPrototypeOf(value)
    if (prototype === null || prototype === plain) return true
    return `${prototype.constructor}`.startsWith('class ')
  }

  function packRecord(value, depth) {
    const entries = []
    const keys = ownKeys(value)
    for (let i = 0; i < keys.length; i += 1) {
      if (typeof keys[i] === 'string') entries[entries.length] = [keys[i], pack(value[keys[i]], depth + 1)]
    }
    return { kind: 'record', entries }
  }

  function keep(value) {
    functions.count += 1
    functions[functions.count] = value
    return functions.count
  }

  function packPromise(promise) {
    const id = keep(null)
    const settle = (message) => post({ op: 'settle', id, ...message })
    apply(then, promise, [
      (value) => {
        let packed
        try {
          packed = { value: pack(value) }
        } catch (error) {
          packed = { error: describe(error) }
        }
        settle(packed)
      },
      (error) => settle({ error: describe(error) }),
    ])
    return { kind: 'promise', id }
  }

  function unpack(packed, shouldFreeze) {
    const finish = (value) => (shouldFreeze ? freeze(value) : value)
    switch (packed.kind) {
      case 'array': {
        const items = []
        for (let i = 0; i < packed.items.length; i += 1) items[i] = unpack(packed.items[i], shouldFreeze)
        return finish(items)
      }
      case 'record': {
        const record = {}
        for (let i = 0; i < packed.entries.length; i += 1) {
          const value = unpack(packed.entries[i][1], shouldFreeze)
          defineProperty(record, packed.entries[i][0], {
            value,
            enumerable: true,
            configurable: true,
            writable: true,
          })
        }
        return finish(record)
      }
      case 'error':
        return new OwnError(packed.message)
      case 'promise':
        return new OwnPromise((resolve, reject) => {
          waiting[packed.id] = { resolve, reject }
        })
      case 'function':
        return (...args) => call(packed.id, args)
      default:
        return packed.value
    }
  }

  // The other world's listener runs inside dispatchEvent, so the answer is there when it returns.
  function call(id, args) {
    const outer = answer
    answer = undefined
    const packedArgs = pack(args)
    post({ op: 'call', id, args: packedArgs })
    const received = answer
    answer = outer
    if (received === undefined) throw new OwnError('The other world did not answer.')
    if (received.error !== undefined) throw new OwnError(received.error)
    return unpack(received.value, false)
  }

  const receive = {
    notice: ({ name, value }) => onNotice(name, value),
    call({ id, args }) {
      let reply
      try {
        reply = { value: pack(apply(functions[id], undefined, unpack(args, false))) }
      } catch (error) {
        reply = { error: describe(error) }
      }
      post({ op: 'answer', ...reply })
    },
    answer(message) {
      answer = message
    },
    settle({ id, value, error }) {
      const { resolve, reject } = waiting[id]
      delete waiting[id]
      if (error === undefined) resolve(unpack(value, false))
      else reject(new OwnError(error))
    },
    expose({ key, value }) {
      if (side === 'page') defineProperty(target, key, { value: unpack(value, true), enumerable: true })
    },
  }
  apply(addEventListener, target, [
    inbox,
    (event) => {
      const message = apply(readDetail, event, [])
      receive[message.op](message)
    },
  ])

  return {
    notify: (name, value) => post({ op: 'notice', name, value }),
    expose(key, api) {
      if (key in target)
        throw new OwnError('Cannot bind an API on top of an existing property on the window object')
      post({ op: 'expose', key, value: pack(api) })
    },
  }
}

if (typeof module !== 'undefined') module.exports = { createContextBridge }
