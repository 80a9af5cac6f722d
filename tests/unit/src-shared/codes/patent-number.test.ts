import { describe, expect, it } from 'vitest'
import { normalisePatentNumber, parsePatentNumber } from '#shared/codes/patent-number.ts'

describe('real application numbers', () => {
  it.each([
    ['201911044411.X', '发明', 2019],
    ['201911044384.6', '发明', 2019],
    ['202011313113.9', '发明', 2020],
    ['201910460277.5', '发明', 2019],
    ['201910725275.4', '发明', 2019],
    ['201811564288.X', '发明', 2018],
    ['202110049384.6', '发明', 2021],
    ['201210442457.9', '发明', 2012],
    ['201010286863.1', '发明', 2010],
    ['201510958772.0', '发明', 2015],
    ['201730610076.0', '外观设计', 2017],
    ['201310699744.2', '发明', 2013],
    ['95115608.X', '发明', 1995],
    ['97101765.4', '发明', 1997],
  ])('%s is %s of %d', (number, kind, filingYear) => {
    expect(parsePatentNumber(number)).toEqual({
      form: 'application',
      number,
      kind,
      pct: false,
      filingYear,
      checkDigit: 'ok',
      prefix: null,
    })
  })

  it('reads type digit 8 as an invention that came by PCT', () => {
    expect(parsePatentNumber('ZL201580003807.3')).toEqual({
      form: 'application',
      number: '201580003807.3',
      kind: '发明',
      pct: true,
      filingYear: 2015,
      checkDigit: 'ok',
      prefix: 'ZL',
    })
  })
})

describe('ways of writing one number', () => {
  it.each([
    'ZL201911044411.X',
    'zl 2019 1 1044411.x',
    'CN201911044411.X',
    '201911044411X',
    '２０１９１１０４４４１１．Ｘ',
    '专利号:ZL201911044411.X',
    '申请号:201911044411.X',
    '201911044411-X',
    '201911044411',
  ])('%s', (raw) => {
    expect(normalisePatentNumber(raw)).toBe('201911044411.X')
  })

  it('says when the check character was not typed or is wrong', () => {
    expect(parsePatentNumber('201510958772')).toMatchObject({
      number: '201510958772.0',
      checkDigit: 'missing',
    })
    expect(parsePatentNumber('201911044411.3')).toMatchObject({
      number: '201911044411.3',
      checkDigit: 'wrong',
    })
  })
})

describe('other numbers of a patent', () => {
  it.each([
    ['CN110941994B', { form: 'publication', number: 'CN110941994B', kind: '发明', granted: true }],
    ['CN 110941994 A', { form: 'publication', number: 'CN110941994A', kind: '发明', granted: false }],
    ['CN209876543U', { form: 'publication', number: 'CN209876543U', kind: '实用新型', granted: true }],
    ['CN304567890S', { form: 'publication', number: 'CN304567890S', kind: '外观设计', granted: true }],
    ['110941994B', { form: 'publication', number: 'CN110941994B', kind: '发明', granted: true }],
    ['第4567890号', { form: 'certificate', number: '4567890' }],
    ['证书号第4567890号', { form: 'certificate', number: '4567890' }],
  ])('%s', (raw, expected) => {
    expect(parsePatentNumber(raw)).toEqual(expected)
    expect(normalisePatentNumber(raw)).toBeNull()
  })

  it.each(['', '——', '2019SR0123456', '201971044411.X', '188511044411.1', '60115608.X', '无', '4567890'])(
    '%j is none of them',
    (raw) => {
      expect(parsePatentNumber(raw)).toBeNull()
    },
  )
})
