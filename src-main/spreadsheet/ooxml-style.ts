import { xmlText } from './ooxml-text.ts'

export interface CellLook {
  readonly font?: string
  /** Points. */
  readonly size?: number
  readonly bold?: boolean
  readonly align?: 'left' | 'center' | 'right'
  readonly wrap?: boolean
  readonly border?: boolean
  /** RRGGBB of the text; black without. */
  readonly color?: string
  readonly fill?: string
  /** `0.00`, `yyyy-mm-dd`, `@` …; General without. */
  readonly format?: string
  /** Keeps text that looks like a formula text when it is edited. */
  readonly quoted?: boolean
}

export interface StyleSheet {
  /** Index for `c/@s`. */
  indexOf(look: CellLook): number
  xml(): string
}

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const FIRST_OWN_FORMAT = 164
const EDGE = '<{} style="thin"><color auto="1"/></{}>'
const BORDER = `<border>${['left', 'right', 'top', 'bottom'].map((side) => EDGE.replaceAll('{}', side)).join('')}<diagonal/></border>`

/** Collects the looks used in a workbook; index 0 is the default look. */
export function styleSheet(): StyleSheet {
  const fonts = listOf(fontXml({}))
  const fills = listOf('<fill><patternFill patternType="none"/></fill>')
  // The second fill is reserved by the format.
  fills.indexOf('<fill><patternFill patternType="gray125"/></fill>')
  const formats = listOf('General')
  const looks = listOf('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>')

  function xfOf(look: CellLook): string {
    const format = formats.indexOf(look.format ?? 'General')
    const numFmtId = format === 0 ? 0 : FIRST_OWN_FORMAT + format
    const fill = look.fill === undefined ? 0 : fills.indexOf(fillXml(look.fill))
    const alignment = `<alignment horizontal="${look.align ?? 'general'}" vertical="center"${look.wrap === true ? ' wrapText="1"' : ''}/>`
    return (
      `<xf numFmtId="${numFmtId}" fontId="${fonts.indexOf(fontXml(look))}" fillId="${fill}" borderId="${look.border === true ? 1 : 0}" xfId="0"` +
      `${look.quoted === true ? ' quotePrefix="1"' : ''} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`
    )
  }

  return {
    indexOf: (look) => looks.indexOf(xfOf(look)),
    xml: () =>
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${SPREADSHEET}">${numFmtsXml(formats.all)}` +
      `${counted('fonts', fonts.all)}${counted('fills', fills.all)}` +
      `${counted('borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>', BORDER])}` +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `${counted('cellXfs', looks.all)}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  }
}

function fontXml(look: CellLook): string {
  const bold = look.bold === true ? '<b/>' : ''
  const color = look.color === undefined ? '' : `<color rgb="FF${xmlText(look.color)}"/>`
  return `<font>${bold}<sz val="${look.size ?? 11}"/>${color}<name val="${xmlText(look.font ?? '宋体')}"/><charset val="134"/></font>`
}

function fillXml(rgb: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${xmlText(rgb)}"/><bgColor indexed="64"/></patternFill></fill>`
}

function numFmtsXml(formats: readonly string[]): string {
  const own = formats
    .slice(1)
    .map((code, at) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + at + 1}" formatCode="${xmlText(code)}"/>`)
  return own.length === 0 ? '' : counted('numFmts', own)
}

function counted(tag: string, items: readonly string[]): string {
  return `<${tag} count="${items.length}">${items.join('')}</${tag}>`
}

/** Distinct strings in the order of their first use. */
function listOf(first: string) {
  const places = new Map([[first, 0]])
  const all = [first]
  return {
    all,
    indexOf: (item: string): number => {
      const known = places.get(item)
      if (known !== undefined) return known
      places.set(item, all.length)
      return all.push(item) - 1
    },
  }
}
