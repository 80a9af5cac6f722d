'use strict'
const { openWindow } = require('./page-messages.cjs')
const { PreventableEvent } = require('./preventable-event.cjs')

/**
 * Chromium's events of a page, told as those of webContents and BrowserWindow.
 * @param {any} contents @param {import('./types.cjs').CdpSession} target
 */
function wirePageEvents(contents, target) {
  const { window, runtime } = contents
  const isMain = (/** @type {string} */ frameId) => frameId === contents.frameId
  const moveTo = (/** @type {string} */ pageUrl) => {
    contents.url = runtime.schemeMap.toMain(pageUrl)
  }

  target.on('Page.frameStartedLoading', ({ frameId }) => {
    if (!isMain(frameId)) return
    contents.loading = true
    contents.emit('did-start-loading')
  })
  target.on('Page.frameStartedNavigating', ({ frameId, url, navigationType }) => {
    const isSameDocument = navigationType === 'sameDocument'
    // A reload may be ours or Playwright's, and changes nothing about where the page is: no will-navigate.
    if (isMain(frameId) && navigationType.startsWith('reload')) contents.expectedUrl = url
    const details = { url: runtime.schemeMap.toMain(url), isSameDocument, isMainFrame: isMain(frameId) }
    contents.emit(
      'did-start-navigation',
      new PreventableEvent(details),
      details.url,
      isSameDocument,
      details.isMainFrame,
    )
  })
  target.on('Page.frameNavigated', ({ frame }) => {
    if (!isMain(frame.id)) return
    contents.crashed = false
    moveTo(frame.url + (frame.urlFragment ?? ''))
    contents.emit('did-navigate', new PreventableEvent(), contents.url, 200, 'OK')
  })
  target.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    if (!isMain(frameId)) return
    moveTo(url)
    contents.emit('did-navigate-in-page', new PreventableEvent(), contents.url, true)
  })
  target.on('Page.domContentEventFired', () => {
    if (contents.url === '') return
    if (contents.zoomFactor !== 1) contents.setZoomFactor(contents.zoomFactor)
    contents.emit('dom-ready', new PreventableEvent())
  })
  target.on('Page.loadEventFired', () => {
    if (contents.url === '') return // the empty first document
    contents.loading = false
    contents.expectedUrl = null
    contents.emit('did-finish-load')
    contents.emit('did-stop-loading')
    window.pageShown()
  })
  target.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    const message = args
      .map((/** @type {any} */ argument) => String(argument.value ?? argument.description))
      .join(' ')
    const { url = '', lineNumber = 0 } = stackTrace?.callFrames[0] ?? {}
    const level = type === 'error' || type === 'warning' ? type : type === 'debug' ? 'debug' : 'info'
    contents.emit(
      'console-message',
      new PreventableEvent({ level, message, lineNumber, sourceId: runtime.schemeMap.toMain(url) }),
    )
  })
  // Links with a target; window.open itself never reaches Chromium (page-world.js).
  target.on('Page.windowOpen', ({ url, windowName, windowFeatures }) =>
    openWindow(contents, { url, frameName: windowName, features: windowFeatures.join(',') }),
  )
  target.on('Inspector.targetCrashed', () => {
    contents.crashed = true
    contents.emit('render-process-gone', new PreventableEvent(), { reason: 'crashed', exitCode: 11 })
  })
  target.on('Page.javascriptDialogOpening', ({ type }) => {
    // alert and confirm are left to the person or the test.
    if (type === 'beforeunload') answerBeforeUnload(contents, target)
  })
}

/** A clerk's click on the window's cross arrives as the question whether to leave the page. */
function answerBeforeUnload(
  /** @type {any} */ contents,
  /** @type {import('./types.cjs').CdpSession} */ target,
) {
  const { window, runtime } = contents
  const event = new PreventableEvent()
  if (!window.closing && runtime.headed) window.emit('close', event)
  target.send('Page.handleJavaScriptDialog', { accept: !event.defaultPrevented }).catch(() => undefined)
}

module.exports = { wirePageEvents }
