/** Text cells only: csv knows no types. */
export type TextCell = string | null

/** Text of a csv file: by BOM, else strict UTF-8, else GB18030 (a superset of GBK, what WPS and Excel write). */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

export type Separator = ',' | '\t' | ';'

/** The separator found on most of the first lines; null when a text is not a table at all. */
export function separatorOf(text: string): Separator | null {
  const lines = text
    .slice(0, 65_536)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\r|\n/)
    .slice(0, 50)
  const scored = ([',', '\t', ';'] as const).map((separator) => {
    // A TAB in front of a value only keeps Excel from reading it as a number.
    const counts = lines.map((line) => line.trimStart().split(separator).length - 1).filter((n) => n > 0)
    return { separator, lines: counts.length, total: counts.reduce((sum, n) => sum + n, 0) }
  })
  const best = scored.reduce((a, b) =>
    b.lines > a.lines || (b.lines === a.lines && b.total > a.total) ? b : a,
  )
  return best.lines === 0 ? null : best.separator
}

/** Null when there are more than `limit` fields. */
export function parseSeparated(text: string, separator: Separator, limit: number): TextCell[][] | null {
  const rows: TextCell[][] = []
  let row: TextCell[] = []
  let fields = 0
  let at = text.startsWith('\ufeff') ? 1 : 0
  while (at < text.length) {
    const field = fieldAt(text, at, separator)
    if (++fields > limit) return null
    row.push(asCell(field.value))
    at = field.end
    if (text[at] === separator && at + 1 < text.length) {
      at++
      continue
    }
    rows.push(row)
    row = []
    if (text[at] === separator) break
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
  }
  return rows
}

/** One RFC 4180 field and the place of the separator or line end after it. */
function fieldAt(text: string, start: number, separator: Separator): { value: string; end: number } {
  if (text[start] !== '"') {
    const end = nextBreak(text, start, separator)
    return { value: text.slice(start, end), end }
  }
  let value = ''
  let from = start + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return { value: value + text.slice(from), end: text.length }
    value += text.slice(from, quote)
    if (text[quote + 1] !== '"') {
      const end = nextBreak(text, quote + 1, separator)
      return { value: value + text.slice(quote + 1, end), end }
    }
    value += '"'
    from = quote + 2
  }
}

function nextBreak(text: string, from: number, separator: Separator): number {
  for (let at = from; at < text.length; at++) {
    const character = text[at]
    if (character === separator || character === '\n' || character === '\r') return at
  }
  return text.length
}

/** `="9143…"` is how programs keep a code as text in csv; everything else stays the text it is. */
function asCell(field: string): TextCell {
  const wrapped = /^\s*="((?:[^"]|"")*)"\s*$/.exec(field)?.[1]
  const text = wrapped === undefined ? field : wrapped.replaceAll('""', '"')
  return text === '' ? null : text
}
