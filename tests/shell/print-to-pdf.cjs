'use strict'

/** Paper in inches, width by height. @type {Record<string, readonly [number, number]>} */
const PAPER = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
  Ledger: [17, 11],
}

/**
 * @param {import('./types.cjs').CdpSession} target
 * @param {any} options of Electron's webContents.printToPDF
 * @returns {Promise<Buffer>}
 */
async function printToPdf(target, options = {}) {
  const { pageSize = 'Letter', margins = {} } = options
  const named = typeof pageSize === 'string' ? PAPER[pageSize] : [pageSize.width, pageSize.height]
  if (named === undefined) throw new Error(`Invalid pageSize ${pageSize}`)
  const { stream } = await target.send('Page.printToPDF', {
    landscape: options.landscape ?? false,
    displayHeaderFooter: options.displayHeaderFooter ?? false,
    printBackground: options.printBackground ?? false,
    scale: options.scale ?? 1,
    paperWidth: named[0],
    paperHeight: named[1],
    marginTop: margins.top,
    marginBottom: margins.bottom,
    marginLeft: margins.left,
    marginRight: margins.right,
    pageRanges: options.pageRanges ?? '',
    headerTemplate: options.headerTemplate ?? '',
    footerTemplate: options.footerTemplate ?? '',
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    generateTaggedPDF: options.generateTaggedPDF ?? false,
    generateDocumentOutline: options.generateDocumentOutline ?? false,
    transferMode: 'ReturnAsStream',
  })
  return readStream(target, stream)
}

/** @param {import('./types.cjs').CdpSession} target @param {string} handle */
async function readStream(target, handle) {
  const parts = []
  for (let done = false; !done; ) {
    const { data, base64Encoded, eof } = await target.send('IO.read', { handle })
    parts.push(Buffer.from(data, base64Encoded ? 'base64' : 'utf8'))
    done = eof
  }
  await target.send('IO.close', { handle })
  return Buffer.concat(parts)
}

module.exports = { printToPdf }
