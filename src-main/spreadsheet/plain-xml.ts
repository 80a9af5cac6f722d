/** Parts of the few XML documents a plain workbook is made of. Not a general parser: callers fall back. */

/** Value of an attribute in a start tag without prefix; null when absent. */
export function attribute(tag: string, name: string): string | null {
  const start = tag.indexOf(` ${name}="`)
  if (start < 0) return null
  const from = start + name.length + 3
  const end = tag.indexOf('"', from)
  return end < 0 ? null : plainText(tag.slice(from, end))
}

const PLAIN_TAG = /^<\/?[\w:]+(?: [\w:.]+="[^"]*")* ?\/?>$/

/** Whether a tag is written the one way `attribute` reads: single spaces, double quotes, no `>` in values. */
export function isPlainTag(tag: string): boolean {
  return PLAIN_TAG.test(tag)
}

export function hasOnlyPlainTags(xml: string): boolean {
  const tags = xml.replace(/^\ufeff?<\?xml[^>]*\?>/, '').match(/<[^>]*>?/g) ?? []
  return tags.every(isPlainTag)
}

export function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true'
}

/** All start tags of this name. */
export function startTags(xml: string, name: string): readonly string[] {
  return xml.match(new RegExp(`<${name}[\\s/>][^>]*>?`, 'g')) ?? []
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text content with entities and the spreadsheet escape `_x000D_` resolved. */
export function plainText(xml: string): string {
  const resolved = xml.includes('&') ? xml.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, characterOf) : xml
  const unescaped = resolved.includes('_x')
    ? resolved.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : resolved
  return unescaped.includes('\r') ? unescaped.replaceAll('\r\n', '\n') : unescaped
}

function characterOf(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name] ?? whole
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole
}
