'use strict'

/**
 * What the isolated world sends. The sender's address comes from Chromium, never from the message.
 * @param {any} contents
 * @param {any[]} message kind, then its fields
 * @param {(...message: unknown[]) => void} reply
 */
function answerPageMessage(contents, [kind, ...fields], reply) {
  const { runtime, window } = contents
  switch (kind) {
    case 'invoke': {
      const [id, channel, args] = fields
      return runtime.ipcMain
        .answerInvoke(channel, senderEvent(contents), args)
        .then((/** @type {{ error: string | null, value: unknown }} */ { error, value }) =>
          replyInvoke(reply, id, channel, error, value),
        )
    }
    case 'send': {
      const [channel, args] = fields
      return runtime.ipcMain.emit(channel, senderEvent(contents), ...args)
    }
    case 'window-open':
      return openWindow(contents, fields[0])
    case 'geometry':
      return window.geometryChanged(fields[0])
    case 'focus':
      return window.focusChanged(fields[0])
    default:
      throw new Error(`unknown message of the isolated world: ${kind}`)
  }
}

/** A reply that cannot be cloned must still end the page's waiting. */
function replyInvoke(
  /** @type {(...message: unknown[]) => void} */ reply,
  /** @type {number} */ id,
  /** @type {string} */ channel,
  /** @type {string | null} */ error,
  /** @type {unknown} */ value,
) {
  try {
    reply('reply', id, error, value)
  } catch (problem) {
    reply('reply', id, `Error invoking remote method '${channel}': ${problem}`, undefined)
  }
}

/** @param {any} contents */
function senderEvent(contents) {
  return {
    type: 'frame',
    sender: contents,
    senderFrame: contents.mainFrame,
    frameId: contents.id,
    processId: 1,
    ports: [],
    reply: contents.send.bind(contents),
  }
}

/** The page already got null from window.open; with 'allow' a window of its own follows. */
function openWindow(/** @type {any} */ contents, /** @type {any} */ { url, frameName, features }) {
  const mainUrl = contents.runtime.schemeMap.toMain(url)
  const referrer = { url: contents.url, policy: 'strict-origin-when-cross-origin' }
  const details = { url: mainUrl, frameName, features, disposition: 'foreground-tab', referrer }
  const { action, overrideBrowserWindowOptions } = contents.windowOpenHandler?.(details) ?? {
    action: 'allow',
  }
  if (action !== 'allow') return
  const child = contents.runtime.createWindow(overrideBrowserWindowOptions ?? {})
  contents.emit('did-create-window', child, { url: mainUrl, frameName })
  child.loadURL(mainUrl).catch(() => undefined)
}

module.exports = { answerPageMessage, openWindow }
