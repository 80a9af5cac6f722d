import { describe, expect, it } from 'vitest'
import type { Cell } from '#shared/tabular/matrix.ts'
import { readChoice } from '#shared/tabular/readers/read-choice.ts'
import { readCreditCode } from '#shared/tabular/readers/read-credit-code.ts'
import { readDate } from '#shared/tabular/readers/read-date.ts'
import { readFlag, readTitleFlag, readTitles } from '#shared/tabular/readers/read-flag.ts'
import { readAmount, readCount } from '#shared/tabular/readers/read-number.ts'
import { readOwners, readParticipants, readPatentNumber } from '#shared/tabular/readers/read-patent.ts'
import { readPhone } from '#shared/tabular/readers/read-phone.ts'
import { readFirmName, readText } from '#shared/tabular/readers/read-text.ts'
import type { Reading } from '#shared/tabular/readers/reading.ts'

/** The value and the kinds, in short. */
const short = (reading: Reading) => [reading.value ?? null, ...reading.notes.map((note) => note.kind)]
type Row = readonly [cell: Cell, ...expected: unknown[]]

/** One test per row: the cell, then its value and the kinds of its notes. */
function itReads(rows: readonly Row[], read: (cell: Cell) => Reading) {
  for (const [cell, ...expected] of rows) {
    it(`reads ${JSON.stringify(cell)} as ${JSON.stringify(expected)}`, () => {
      expect(short(read(cell))).toEqual(expected)
    })
  }
}

describe('codes', () => {
  const rows: readonly Row[] = [
    ['91430602MA4T002970', '91430602MA4T002970'],
    ['', null],
    ['="91430602MA4T002970"', '91430602MA4T002970', 'uscc-text-mark'],
    ["'91430602MA4T002970", '91430602MA4T002970', 'uscc-text-mark'],
    ['\t91430602MA4T002970', '91430602MA4T002970', 'uscc-spaces'],
    ['91430602ma4t002970', '91430602MA4T002970', 'uscc-lowercase'],
    ['914306O2MA4T002970', '91430602MA4T002970', 'uscc-letter-O-for-0'],
    ['9I430602MA4T002970', '91430602MA4T002970', 'uscc-letter-for-digit'],
    ['91430602MA4T002971', null, 'uscc-check-digit'],
    ['91430602MA4T00297', null, 'uscc-length-17'],
    ['91430602MA4T0029701', null, 'uscc-length-19'],
    ['91430602MA4T', null, 'uscc-length'],
    ['91430602MA4T00297?', null, 'uscc-charset'],
    ['办理中', null, 'uscc-placeholder'],
    ['—', null, 'uscc-placeholder'],
    [914306261234568000, null, 'uscc-numeric-precision-lost'],
    ['9.14306E+17', null, 'uscc-numeric-precision-lost'],
    ['430626000012345', null, 'uscc-is-15-digit-reg-no'],
    ['EX100015-1', null, 'uscc-is-9-digit-org-code'],
  ]
  itReads(rows, (cell) => readCreditCode(cell))
})

describe('dates', () => {
  const rows: readonly Row[] = [
    [{ kind: 'date', iso: '2013-05-04' }, '2013-05-04'],
    ['2013-05-04', '2013-05-04'],
    ['2013-5-4', '2013-05-04', 'date-text-other'],
    ['2021.3.5', '2021-03-05', 'date-text-dots'],
    ['2021/3/5', '2021-03-05', 'date-text-slash'],
    ['2021年3月5日', '2021-03-05', 'date-text-chinese'],
    ['２０２１．３．５', '2021-03-05', 'date-text-dots'],
    ['2021-03-05 08:30:00', '2021-03-05', 'date-text-other'],
    ['20130305', '2013-03-05', 'date-number-yyyymmdd'],
    [20130305, '2013-03-05', 'date-number-yyyymmdd'],
    ['2021年3月', '2021-03', 'date-month-only'],
    ['2015', '2015', 'date-year-only'],
    [2015, '2015', 'date-year-only'],
    [2016.3, '2016-03', 'date-decimal-year-month'],
    [2016.1, '2016', 'date-decimal-year-month'],
    [41047, '2012-05-18', 'date-raw-serial'],
    [25569, '1970-01-01', 'date-raw-serial'],
    ['13.6.1', '2013-06-01', 'date-two-digit-year'],
    ['98.6.1', '1998-06-01', 'date-two-digit-year'],
    ['二〇一五年八月', '2015-08', 'date-chinese-numerals', 'date-month-only'],
    ['二○一五年十二月二十一日', '2015-12-21', 'date-chinese-numerals'],
    ['2011.03.08成立', '2011-03-08', 'date-with-words'],
    ['2021年2月30日', null, 'date-impossible'],
    ['2018-6-31', null, 'date-impossible'],
    ['2020-02-29', '2020-02-29'],
    ['2021-13-01', null, 'date-impossible'],
    ['不详', null, 'placeholder-empty'],
    ['开春以后', null, 'date-unreadable'],
    ['', null],
  ]
  itReads(rows, (cell) => readDate(cell, '2021-10-08'))
})

describe('amounts in 万元', () => {
  const rows: readonly Row[] = [
    [2696.25, 2696.25],
    ['2696.25', 2696.25],
    [0, 0],
    ['1,234.5万元', 1234.5, 'number-unit-and-comma'],
    ['2,473.58', 2473.58, 'number-thousands'],
    ['约1200万', 1200, 'number-approx-word', 'number-unit'],
    ['1.2亿', 12000, 'number-unit-yi'],
    ['1.2亿元', 12000, 'number-unit-yi'],
    ['12345678元', 1234.5678, 'number-unit-yuan'],
    ['３４５６．７', 3456.7, 'number-fullwidth'],
    ['—', null, 'number-dash'],
    ['/', null, 'number-slash'],
    ['暂无', null, 'number-none-word'],
    ['无', null, 'number-none-word'],
    ['营收的5%', null, 'number-percent-words'],
    ['5%', null, 'number-percent-words'],
    ['100-200', null, 'number-range'],
    ['100万-200万', null, 'number-range'],
    [-35.2, null, 'number-negative'],
    ['(35.2)', null, 'number-negative'],
    ['-3526元', null, 'number-negative'],
    ['一百万', null, 'number-unreadable'],
    ['1..2', null, 'number-unreadable'],
    [{ kind: 'error', text: '#REF!' }, null, 'formula-error'],
    ['#N/A', null, 'formula-error'],
    [{ kind: 'formula', value: 1734.5 }, 1734.5, 'formula-cached'],
    [5e12, null, 'number-out-of-range'],
    ['', null],
  ]
  itReads(rows, (cell) => readAmount(cell, null, false))

  it('takes the unit of the heading where the cell names none', () => {
    expect(short(readAmount(12345678, '元', false))).toEqual([1234.5678, 'number-unit-header'])
    expect(short(readAmount('1.5亿', '元', false))).toEqual([15000, 'number-unit-yi'])
    expect(short(readAmount(2, '亿元', false))).toEqual([20000, 'number-unit-header'])
  })

  it('lets a profit be negative', () => {
    expect(short(readAmount(-17.9, null, true))).toEqual([-17.9])
  })
})

describe('counts', () => {
  const rows: readonly Row[] = [
    [3, 3],
    ['80', 80],
    ['56人', 56, 'number-unit-person'],
    ['50余人', 50, 'number-approx', 'number-unit-person'],
    ['50-60', null, 'number-range'],
    ['2件', 2, 'number-unit-piece'],
    ['3(受让1)', 3, 'patent-count-with-words'],
    ['3（受让1）', 3, 'patent-count-with-words'],
    ['ZL201819000123.0、ZL201929000456.3', 1, 'patent-number-in-count'],
    ['ZL202019000777.3', null, 'patent-number-in-count', 'patent-check-digit'],
    ['/', null, 'number-slash'],
    [2.5, null, 'number-not-whole'],
    [-1, null, 'number-negative'],
  ]
  itReads(rows, (cell) => readCount(cell))
})

describe('choices, flags and honours', () => {
  const type = (cell: Cell) => readChoice(cell, 'participation.type', ['破零', '倍增'])
  const period = (cell: Cell) =>
    readChoice(cell, 'figures.period', ['1-3月累计', '1-6月累计', '1-9月累计', '1-12月累计', '年度'])

  it('takes local spellings with a note and leaves open ones to the user', () => {
    expect(short(type('破零'))).toEqual(['破零'])
    expect(short(type(' 破0 '))).toEqual(['破零', 'enum-alias'])
    expect(type('破零倍增').notes).toEqual([{ kind: 'enum-ambiguous', after: null, severity: 'blocking' }])
    expect(type('其他').notes).toEqual([{ kind: 'enum-unknown', after: null, severity: 'blocking' }])
  })

  it('reads 规上 in the size column as 是否规上, never as a size', () => {
    const reading = readChoice('规上', 'enterprise.size', ['大型', '中型', '小型', '微型'])
    expect([reading.value, reading.also]).toEqual([undefined, { 'enterprise.aboveScale': true }])
  })

  it('knows cumulative periods and does not guess what 三季度 alone means', () => {
    expect(short(period('1—9月'))).toEqual(['1-9月累计', 'enum-alias'])
    expect(short(period('前三季度'))).toEqual(['1-9月累计', 'enum-alias'])
    expect(short(period('三季度'))).toEqual([null, 'enum-ambiguous'])
  })

  it.each([
    ['√', true],
    ['是', true],
    ['有', true],
    ['×', false],
    ['否', false],
  ] as const)('%s is %s', (cell, expected) => {
    expect(short(readFlag(cell))).toEqual([expected])
  })

  it('does not take an unclear flag for no', () => {
    expect(short(readFlag('申报中'))).toEqual([null, 'flag-unknown'])
  })

  it('reads one honour per column', () => {
    expect(short(readTitleFlag('√', '高新技术企业'))).toEqual([{ name: '高新技术企业' }])
    expect(short(readTitleFlag('国高', '高新技术企业'))).toEqual([{ name: '高新技术企业' }, 'enum-alias'])
    expect(short(readTitleFlag('有(2020)', '省级小巨人企业'))).toEqual([
      { name: '省级小巨人企业', year: 2020 },
      'enum-alias',
    ])
    expect(short(readTitleFlag('—', '高新技术企业'))).toEqual([null, 'placeholder-empty'])
    expect(short(readTitleFlag('申报中', '高新技术企业'))).toEqual([null, 'flag-unknown'])
  })

  it('reads honours as words', () => {
    expect(short(readTitles('高新技术企业、科技型中小企业'))).toEqual([
      { 高新技术企业: { name: '高新技术企业' }, 科技型中小企业: { name: '科技型中小企业' } },
    ])
    expect(short(readTitles('高企;省小巨人(2020年)'))).toEqual([
      { 高新技术企业: { name: '高新技术企业' }, 省级小巨人企业: { name: '省级小巨人企业', year: 2020 } },
      'enum-alias',
    ])
    expect(short(readTitles('无'))).toEqual([null])
  })
})

describe('phones', () => {
  const rows: readonly Row[] = [
    ['15463712424', '15463712424'],
    ['0730-0813123', '0730-0813123'],
    ['15420940238/0730-0404489', '15420940238、0730-0404489', 'phone-two-in-cell'],
    ['15420940238 15420940239', '15420940238、15420940239', 'phone-two-in-cell'],
    [15489489600, '15489489600', 'phone-as-number'],
    [7300404489, '0730-0404489', 'phone-leading-zero-lost'],
    [15400000000, null, 'phone-precision-lost'],
    ['1.54E+10', null, 'phone-precision-lost'],
    ['1545533239', '1545533239', 'phone-10-digits'],
    ['郑例华 15435375007', '15435375007', 'name-in-phone'],
    ['+8615435375007', '15435375007'],
    ['154 3537 5007', '15435375007'],
    ['问门卫', '问门卫', 'phone-unusual'],
  ]
  itReads(rows, (cell) => readPhone(cell))

  it('gives the name in the phone column to 联系人', () => {
    expect(readPhone('郑例华 15435375007').also).toEqual({ 'enterprise.contact': '郑例华' })
  })
})

describe('names and texts', () => {
  it('tidies a name and keeps its brackets', () => {
    expect(short(readFirmName('12、湖南样例联云有限公司'))).toEqual([
      '湖南样例联云有限公司',
      'leading-number-in-name',
    ])
    expect(short(readFirmName('湖南示例（平江）有限公司 '))).toEqual([
      '湖南示例（平江）有限公司',
      'name-spaces',
    ])
    expect(short(readFirmName('湖南\n示例 有限公司'))).toEqual(['湖南示例有限公司', 'name-spaces'])
    expect(short(readFirmName('3D打印有限公司'))).toEqual(['3D打印有限公司'])
  })

  it('makes （原:…） a former name', () => {
    const reading = readFirmName('湖南样例科技有限公司(原:湖南样例有限公司)')
    expect(reading.value).toBe('湖南样例科技有限公司')
    expect(reading.also).toEqual({
      'enterprise.formerNames': { '~湖南样例有限公司': { name: '湖南样例有限公司' } },
    })
    expect(reading.notes.map((note) => note.kind)).toEqual(['renamed'])
  })

  it('keeps text as it is, without invisible characters and outer spaces', () => {
    expect(short(readText('电池\u200b材料', 200, false))).toEqual(['电池材料', 'zero-width'])
    expect(short(readText(' 电池材料 ', 200, false))).toEqual(['电池材料', 'text-trimmed'])
    expect(short(readText('=1+1', 500, true))).toEqual(['=1+1', 'text-hazards'])
    expect(short(readText('长'.repeat(201), 200, false))).toEqual([null, 'text-too-long'])
    expect(short(readText('—', 200, false))).toEqual([null, 'placeholder-empty'])
    expect(short(readText('第一行\n第二行', 200, true))).toEqual(['第一行\n第二行'])
  })
})

describe('patents and participants', () => {
  const rows: readonly Row[] = [
    ['201911044411.X', '201911044411.X'],
    ['ZL201911044411.X', '201911044411.X', 'patent-number-form'],
    ['201911044411', '201911044411.X', 'patent-check-missing'],
    ['201911044411.1', null, 'patent-check-digit'],
    ['CN110941994B', null, 'patent-is-publication-no'],
    ['证书号第4512345号', null, 'patent-is-certificate-no'],
    ['申请中', null, 'patent-number-unreadable'],
    ['', null],
  ]
  itReads(rows, (cell) => readPatentNumber(cell))

  it('keeps the order of the owners', () => {
    expect(readOwners('湖南虚拟云瑞纸业有限公司；湖南示例理工学院').value).toEqual({
      '~湖南虚拟云瑞纸业有限公司': { name: '湖南虚拟云瑞纸业有限公司', order: 1 },
      '~湖南示例理工学院': { name: '湖南示例理工学院', order: 2 },
    })
  })

  it('does not take 多家(见参加企业) for a firm', () => {
    expect(short(readParticipants('多家(见参加企业)'))).toEqual([null])
    expect(short(readParticipants('甲公司、乙公司'))).toEqual([
      { '~甲公司': { name: '甲公司' }, '~乙公司': { name: '乙公司' } },
    ])
  })
})
