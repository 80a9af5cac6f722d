import { describe, expect, it } from 'vitest'
import { fieldOf, fieldsOf } from '#shared/records/dictionary.ts'
import { editText, formatField, parseTyped } from '#shared/records/parse-typed.ts'
import { err, ok } from '#shared/result.ts'

const date = fieldOf('activity', 'date')
const cost = fieldOf('activity', 'cost')
const firmCount = fieldOf('activity', 'firmCount')
const size = fieldOf('enterprise', 'size')
const aboveScale = fieldOf('enterprise', 'aboveScale')

describe('typed dates', () => {
  it.each([
    ['2021.3.5', '2021-03-05'],
    ['2021/3/5', '2021-03-05'],
    ['20210305', '2021-03-05'],
    ['2021年3月5日', '2021-03-05'],
    ['2021年3月5号', '2021-03-05'],
    ['2021-03-05', '2021-03-05'],
    ['2021.3.5', '2021-03-05'],
    [' 2021 年 3 月 5 日 ', '2021-03-05'],
    ['2020.2.29', '2020-02-29'],
  ])('reads %s as the day %s', (typed, day) => {
    expect(parseTyped(date, typed)).toEqual(ok(day))
  })

  it.each([
    ['2021年3月', '2021-03'],
    ['2021.10', '2021-10'],
    ['2016.1', '2016-01'],
    ['202103', '2021-03'],
    ['2021', '2021'],
    ['2021年', '2021'],
  ])('keeps the precision of %s as %s', (typed, value) => {
    expect(parseTyped(date, typed)).toEqual(ok(value))
  })

  it.each([
    ['2021.2.30', '2021年2月没有 30 日'],
    ['2021-02-29', '2021年2月没有 29 日'],
    ['2021.13.1', '没有 13 月'],
    ['2021.0.1', '没有 0 月'],
    ['1821.1.1', '年份 1821 不在 1900 至 2100 之间'],
  ])('says why %s is no date', (typed, message) => {
    expect(parseTyped(date, typed)).toEqual(err({ message }))
  })

  it('shows the accepted forms for text that is no date at all', () => {
    const hint = '请写成 2021-03-05、2021.3.5、20210305 或 2021年3月5日，只知道年月的写 2021-03'
    expect(parseTyped(date, '上周三')).toEqual(err({ message: `“上周三”不是日期。${hint}` }))
    expect(parseTyped(date, '3.5')).toEqual(err({ message: `“3.5”不是日期。${hint}` }))
  })
})

describe('typed numbers', () => {
  it.each([
    ['1,234.5', 1234.5],
    ['1234.5', 1234.5],
    ['12万', 12],
    ['12万元', 12],
    ['1.2亿', 12000],
    ['35000元', 3.5],
    ['-3', -3],
    ['0', 0],
  ])('reads the amount %s as %d 万元', (typed, wan) => {
    expect(parseTyped(cost, typed)).toEqual(ok(wan))
  })

  it.each(['12..3', '1,23', '十万', '1e5', '-', '万元'])('refuses the amount %s', (typed) => {
    expect(parseTyped(cost, typed)).toEqual(err({ message: `“${typed}”不是金额，请只填数字（单位：万元）` }))
  })

  it('accepts the unit of the field behind a count and refuses fractions and negatives', () => {
    expect(parseTyped(firmCount, '35家')).toEqual(ok(35))
    expect(parseTyped(firmCount, '3.5')).toEqual(err({ message: '参加企业数应为整数' }))
    expect(parseTyped(firmCount, '-2')).toEqual(err({ message: '参加企业数不能是负数' }))
  })

  it('reads a year with or without its word and refuses impossible ones', () => {
    const year = fieldOf('figures', 'year')
    expect(parseTyped(year, '2021年')).toEqual(ok(2021))
    expect(parseTyped(year, '21')).toEqual(err({ message: '年度 21 不在允许的范围内，请填四位年份' }))
  })
})

describe('typed choices, flags and text', () => {
  it('takes a choice, or the beginning that only one choice has', () => {
    expect(parseTyped(size, '小型')).toEqual(ok('小型'))
    expect(parseTyped(size, '小')).toEqual(ok('小型'))
    expect(parseTyped(size, '型')).toEqual(err({ message: '“型”不在选项中，可填：大型、中型、小型、微型' }))
  })

  it('does not guess between choices that begin alike', () => {
    const status = fieldOf('patent', 'status')
    expect(parseTyped(status, '授权')).toEqual(ok('授权'))
    expect(parseTyped(status, '授').ok).toBe(false)
  })

  it('reads the office ways of yes and no', () => {
    expect(parseTyped(aboveScale, '√')).toEqual(ok(true))
    expect(parseTyped(aboveScale, '否')).toEqual(ok(false))
    expect(parseTyped(aboveScale, '大概')).toEqual(err({ message: '“大概”看不出是或否，请填 是 或 否' }))
  })

  it('empties a field when nothing but blanks is typed', () => {
    expect(parseTyped(size, '  ')).toEqual(ok(null))
  })

  it('narrows and raises codes but leaves names as written', () => {
    expect(parseTyped(fieldOf('enterprise', 'code'), '91430626ma4l 0000x1')).toEqual(ok('91430626MA4L0000X1'))
    expect(parseTyped(fieldOf('enterprise', 'name'), ' 岳阳（平江）样例公司\t')).toEqual(
      ok('岳阳（平江）样例公司'),
    )
  })

  it('keeps the lines of a long text and nothing else of the control characters', () => {
    expect(parseTyped(fieldOf('activity', 'content'), '一、对接\r\n二、\u0007讲座\n')).toEqual(
      ok('一、对接\n二、 讲座'),
    )
  })

  it('names the length of a text that is too long', () => {
    expect(parseTyped(fieldOf('enterprise', 'contact'), '长'.repeat(61))).toEqual(
      err({ message: '联系人太长（61 字）' }),
    )
  })

  it('does not take typed text for a list or a reference', () => {
    expect(parseTyped(fieldOf('activity', 'participants'), '甲').ok).toBe(false)
    expect(parseTyped(fieldOf('figures', 'enterprise'), '甲').ok).toBe(false)
  })
})

describe('shown values', () => {
  it('prints amounts with two decimals, counts whole, flags in words', () => {
    expect(formatField(cost, 1234567.5)).toBe('1234567.50')
    expect(formatField(cost, -0.001)).toBe('0.00')
    expect(formatField(firmCount, 12000)).toBe('12000')
    expect(formatField(fieldOf('figures', 'year'), 2021)).toBe('2021')
    expect(formatField(aboveScale, false)).toBe('否')
  })

  it('shows nothing for an empty field', () => {
    expect(formatField(cost, undefined)).toBe('')
    expect(formatField(cost, null)).toBe('')
  })

  it('names the elements of a list in register order', () => {
    const owners = { b: { name: '乙公司', order: 2 }, a: { name: '甲公司', order: 1 } }
    expect(formatField(fieldOf('patent', 'owners'), owners)).toBe('甲公司、乙公司')
  })

  it('opens an editor with text that reads back as the same value', () => {
    const samples: [ReturnType<typeof fieldOf>, unknown][] = [
      [cost, 1234567.123456],
      [firmCount, 12000],
      [date, '2021-03'],
      [size, '小型'],
      [aboveScale, true],
    ]
    for (const [field, value] of samples) expect(parseTyped(field, editText(field, value))).toEqual(ok(value))
  })

  it('has a way to show every field of the dictionary', () => {
    for (const field of fieldsOf('enterprise').values()) expect(formatField(field, undefined)).toBe('')
  })
})
