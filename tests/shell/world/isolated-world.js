// The preload's world: `require('electron')` with ipcRenderer, contextBridge and webUtils, and nothing else.

function startIsolatedWorld({ secret, versions, bindingName, asksBeforeClosing }, runPreload) {
  const codec = createValueCodec()
  const join = createPieceJoiner()
  const binding = globalThis[bindingName]
  delete globalThis[bindingName]
  const send = (...message) => {
    for (const piece of textPieces(codec.encode(message))) binding(piece)
  }
  const replies = new Map()
  let lastId = 0

  class IpcRenderer {
    #listeners = new Map()

    invoke(channel, ...args) {
      return new Promise((resolve, reject) => {
        lastId += 1
        send('invoke', lastId, channel, args)
        replies.set(lastId, { resolve, reject })
      })
    }

    send(channel, ...args) {
      send('send', channel, args)
    }

    on(channel, listener) {
      this.#listeners.set(channel, [...(this.#listeners.get(channel) ?? []), listener])
      return this
    }

    addListener(channel, listener) {
      return this.on(channel, listener)
    }

    once(channel, listener) {
      const wrapped = (...args) => {
        this.off(channel, wrapped)
        listener(...args)
      }
      return this.on(channel, wrapped)
    }

    off(channel, listener) {
      const left = (this.#listeners.get(channel) ?? []).filter((other) => other !== listener)
      this.#listeners.set(channel, left)
      return this
    }

    removeListener(channel, listener) {
      return this.off(channel, listener)
    }

    removeAllListeners(channel) {
      if (channel === undefined) this.#listeners.clear()
      else this.#listeners.delete(channel)
      return this
    }

    listenerCount(channel) {
      return (this.#listeners.get(channel) ?? []).length
    }

    static deliver(ipc, channel, args) {
      for (const listener of ipc.#listeners.get(channel) ?? []) listener({ sender: ipc, ports: [] }, ...args)
    }
  }

  const ipcRenderer = new IpcRenderer()
  globalThis.__standInReceive = (piece) => {
    const text = join(piece)
    if (text === null) return
    const [kind, ...rest] = codec.decode(text)
    if (kind === 'message') IpcRenderer.deliver(ipcRenderer, rest[0], rest[1])
    else {
      const [id, error, value] = rest
      const { resolve, reject } = replies.get(id)
      replies.delete(id)
      if (error === null) resolve(value)
      else reject(new Error(error))
    }
  }

  const bridge = createContextBridge('isolated', secret, (name, value) => send(name, value))
  const electron = {
    ipcRenderer,
    contextBridge: { exposeInMainWorld: (key, api) => bridge.expose(key, api) },
    // Chromium tells a page's script no path; '' is Electron's answer for a file without one.
    webUtils: { getPathForFile: () => '' },
    webFrame: {},
  }
  const require = (name) => {
    if (name === 'electron' || name === 'electron/renderer' || name === 'electron/common') return electron
    throw new Error(`module not found: ${name}`)
  }

  const sendGeometry = () => {
    send('geometry', { x: screenX, y: screenY, width: outerWidth, height: outerHeight })
  }
  addEventListener('resize', sendGeometry)
  addEventListener('focus', () => send('focus', true))
  addEventListener('blur', () => send('focus', false))
  if (asksBeforeClosing) {
    addEventListener('beforeunload', (event) => {
      sendGeometry()
      event.preventDefault()
    })
  }

  const module = { exports: {} }
  const process = Object.freeze({
    versions: Object.freeze(versions),
    platform: 'linux',
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    env: Object.freeze({}),
    argv: Object.freeze([]),
  })
  runPreload(require, module, module.exports, process)
}

if (typeof module !== 'undefined') module.exports = { startIsolatedWorld }
