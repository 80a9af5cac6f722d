const MOST_CHARACTERS = 32_767
const LONGEST_SHEET_NAME = 31

// What XML 1.0 cannot hold: controls, lone surrogates, non-characters.
const NOT_XML = /[^\P{Cc}\t\n\r]|[\p{Cs}\ufffe\uffff]/gu

/** Text for XML content and attributes; characters XML cannot hold are dropped. */
export function xmlText(text: string): string {
  return text
    .replace(NOT_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** A cell's text: at most what a cell holds; `_x0041_` is a character code to office programs and is escaped. */
export function cellXmlText(text: string): string {
  return xmlText(
    text
      .slice(0, MOST_CHARACTERS)
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replaceAll('\r\n', '\n'),
  )
}

/** `A1` address of a 0-based place. */
export function cellAddress(row: number, column: number): string {
  return columnLetters(column) + (row + 1)
}

export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last
}

/** Sheet names office programs accept: no []:*?/\, at most 31 characters, unique without regard to case. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>(['history'])
  return wanted.map((text) => {
    const base =
      text
        .replace(NOT_XML, '')
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^[\s']+|[\s']+$/g, '') || '表'
    for (let n = 1; ; n++) {
      const suffix = n === 1 ? '' : `(${n})`
      const name = base.slice(0, LONGEST_SHEET_NAME - suffix.length) + suffix
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  })
}
