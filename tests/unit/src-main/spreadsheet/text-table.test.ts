import { describe, expect, it } from 'vitest'
import { decodeText, parseSeparated, separatorOf } from '#main/spreadsheet/text-table.ts'

const parse = (text: string, separator: ',' | '\t' | ';' = ',') => parseSeparated(text, separator, 1000)

describe('parseSeparated', () => {
  it.each([
    [
      'quotes, doubled quotes, line breaks inside',
      '"a ""b""","c\r\nd",e\r\nf',
      [['a "b"', 'c\r\nd', 'e'], ['f']],
    ],
    ['text formulas', '="9143",="a""b","=""9143"""', [['9143', 'a"b', '9143']]],
    ['a TAB before a code', '\t9143,1\n', [['\t9143', '1']]],
    ['other formulas as text', '=1+1,+5,-3,@x', [['=1+1', '+5', '-3', '@x']]],
    ['empty fields and lines', 'a,,b\n\n,c', [['a', null, 'b'], [null], [null, 'c']]],
    ['lone CR', 'a\rb', [['a'], ['b']]],
    ['a quote inside a field', 'a"b,c', [['a"b', 'c']]],
    ['a quote never closed', '"a,b\nc', [['a,b\nc']]],
    ['a BOM', '\ufeffa,b', [['a', 'b']]],
    ['nothing', '', []],
  ])('reads %s', (_, text, rows) => {
    expect(parse(text)).toEqual(rows)
  })
})

describe('separatorOf', () => {
  it.each([
    ['a,b\nc,d', ','],
    ['a\tb\nc\td', '\t'],
    ['a;b\nc;d', ';'],
    ['"x;y;z",b\n"x;y;z",d', ','],
    ['\ta,b\n\tc,d', ','],
    ['标题\na,b\nc,d', ','],
    ['一段话', null],
  ])('of %j', (text, separator) => {
    expect(separatorOf(text)).toBe(separator)
  })
})

describe('decodeText', () => {
  it('tells UTF-8, UTF-16 and GBK apart', () => {
    const gbk = new Uint8Array([0xc6, 0xbd, 0xbd, 0xad])
    const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))
    expect([
      decodeText(new TextEncoder().encode('平江')),
      decodeText(new TextEncoder().encode('\ufeff平江')),
      decodeText(gbk),
      decodeText(utf16('平江')),
      decodeText(utf16('平江').map((_, at, all) => all[at ^ 1] ?? 0)),
    ]).toEqual(['平江', '平江', '平江', '平江', '平江'])
  })
})
