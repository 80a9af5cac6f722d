'use strict'
const { PreventableEvent } = require('./preventable-event.cjs')

/**
 * Fires will-download for each file a page wants saved; a refused one is cancelled. What is not refused is not saved
 * either: no dialog asks where to.
 * @param {import('./types.cjs').Session} session
 * @param {import('./types.cjs').CdpSession} browser
 * @param {import('./types.cjs').SchemeMap} schemeMap
 */
async function watchDownloads(session, browser, schemeMap) {
  browser.on('Browser.downloadWillBegin', ({ guid, url, suggestedFilename }) => {
    const event = new PreventableEvent()
    const cancel = () => browser.send('Browser.cancelDownload', { guid }).catch(() => undefined)
    const mainUrl = schemeMap.toMain(url)
    session.emit('will-download', event, {
      getURL: () => mainUrl,
      getFilename: () => suggestedFilename,
      cancel,
    })
    if (event.defaultPrevented) cancel()
  })
  await browser.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true })
}

module.exports = { watchDownloads }
