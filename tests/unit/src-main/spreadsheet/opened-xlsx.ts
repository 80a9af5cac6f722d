import { strFromU8, unzipSync } from 'fflate'
import * as XLSX from 'xlsx'

/** Every part of an .xlsx as text. */
export function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]),
  )
}

/** Cell values of a sheet as SheetJS reads them, by address. */
export function valuesOf(bytes: Uint8Array, sheet = 0): Readonly<Record<string, unknown>> {
  const book = XLSX.read(bytes, { cellFormula: true })
  const found = book.Sheets[book.SheetNames[sheet] ?? '']
  if (found === undefined) throw new Error(`No sheet ${sheet}`)
  const cells = Object.entries(found).filter(([address]) => !address.startsWith('!'))
  return Object.fromEntries(
    cells.flatMap(([address, cell]: [string, XLSX.CellObject]) => {
      if (cell.f !== undefined) throw new Error(`${address} is a formula`)
      return cell.t === 'z' ? [] : [[address, cell.v]]
    }),
  )
}

/** What is wrong with the nesting of a part's tags; null when it is well-formed as far as tags go. */
export function nestingFault(xml: string): string | null {
  const open: string[] = []
  const body = xml.replace(/^<\?xml[^>]*\?>\n/, '')
  for (const [, text, closing, name, selfClosing] of body.matchAll(
    /([^<]*)<(\/?)([A-Za-z:]+)(?:\s+[A-Za-z:]+="[^"<]*")*\s*(\/?)>/g,
  )) {
    if (/[>]|&(?!(amp|lt|gt|quot);)/.test(text ?? '')) return `text ${text}`
    if (closing === '/' && open.pop() !== name) return `</${name}>`
    if (closing === '' && selfClosing === '') open.push(name ?? '')
  }
  const rest = body.replace(/[^<]*<(\/?)([A-Za-z:]+)(?:\s+[A-Za-z:]+="[^"<]*")*\s*(\/?)>/g, '')
  if (rest !== '') return `left over: ${rest.slice(0, 80)}`
  return open.length === 0 ? null : `not closed: ${open.join(' ')}`
}
