'use strict'
const crypto = require('node:crypto')
const { BINDING_NAME, WORLD_NAME, worldScripts } = require('./world-scripts.cjs')

/**
 * Opens a page in Chromium and injects both worlds before anything is loaded into it.
 * @param {import('./types.cjs').Runtime} runtime
 * @param {{ width: number, height: number, preload: string | undefined, adopt: string | null }} options
 */
async function openPageTarget(runtime, { width, height, preload, adopt }) {
  const { browser } = runtime.connection
  const created =
    adopt ??
    (await browser.send('Target.createTarget', { url: 'about:blank', newWindow: true, width, height }))
      .targetId
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId: created, flatten: true })
  const target = runtime.connection.session(sessionId)
  const secret = crypto.randomBytes(16).toString('hex')
  const scripts = worldScripts({ secret, preload, asksBeforeClosing: runtime.headed })
  const [{ frameTree }] = await Promise.all([
    target.send('Page.getFrameTree'),
    target.send('Page.enable'),
    target.send('Runtime.addBinding', { name: BINDING_NAME, executionContextName: WORLD_NAME }),
    target.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.page }),
    target.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.isolated, worldName: WORLD_NAME }),
  ])
  return { target, targetId: String(created), frameId: String(frameTree.frame.id) }
}

/**
 * Workers and frames of other processes start paused, so that no request of theirs passes the gate.
 * @param {import('./types.cjs').Runtime} runtime
 * @param {import('./types.cjs').CdpSession} target
 * @param {import('./types.cjs').RequestGate} gate
 */
async function watchSubTargets(runtime, target, gate) {
  target.on('Target.attachedToTarget', async ({ sessionId }) => {
    const sub = runtime.connection.session(sessionId)
    await gate.watch(sub).catch(() => undefined) // not every kind of target makes requests
    await watchSubTargets(runtime, sub, gate).catch(() => undefined)
    await sub.send('Runtime.runIfWaitingForDebugger').catch(() => undefined)
  })
  await target.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
}

module.exports = { openPageTarget, watchSubTargets }
