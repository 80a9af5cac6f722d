import { describe, expect, it } from 'vitest'
import { cellsAsTsv } from '#renderer/ui/grid/grid-clipboard.ts'
import {
  filterKindOf,
  hasWords,
  isNarrowing,
  passesFilter,
  searchWords,
} from '#renderer/ui/grid/grid-filter.ts'
import { idsBetween } from '#renderer/ui/grid/row-range.ts'
import { textRanks } from '#renderer/ui/grid/text-ranks.ts'

describe('copying cells', () => {
  it('separates cells by tabs and rows by line breaks', () => {
    expect(
      cellsAsTsv([
        ['甲', '1.00'],
        ['乙', ''],
      ]),
    ).toBe('甲\t1.00\r\n乙\t')
  })

  it('quotes cells with tabs, quotes and line breaks', () => {
    expect(cellsAsTsv([['一\n二', '说"是"', 'a\tb']])).toBe('"一\n二"\t"说""是"""\t"a\tb"')
  })

  it('defuses formulas but leaves negative numbers and phone numbers alone', () => {
    expect(cellsAsTsv([['=1+1', '@SUM(A1)', '-3.50', '-1,200.00', '+86 730', '-A1']])).toBe(
      "'=1+1\t'@SUM(A1)\t-3.50\t-1,200.00\t+86 730\t'-A1",
    )
  })
})

describe('column filters', () => {
  it('finds text without regard to width and case', () => {
    expect(passesFilter({ by: 'contains', text: 'ABC' }, 'x', '一abc二')).toBe(true)
    expect(passesFilter({ by: 'contains', text: 'abd' }, 'x', '一abc二')).toBe(false)
  })

  it('takes both ends of a range of numbers and never an empty cell', () => {
    const filter = { by: 'numbers', from: 1, to: 5 } as const
    expect([1, 5, 0.99, 5.01, undefined].map((value) => passesFilter(filter, value, ''))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })

  it('takes a whole year or month as the end of a range of dates', () => {
    const filter = { by: 'dates', from: '2021-03', to: '2021' } as const
    const dates = ['2021-02-28', '2021-03', '2021-03-01', '2021-12-31', '2022-01-01']
    expect(dates.map((date) => passesFilter(filter, date, date))).toEqual([false, true, true, true, false])
  })

  it('tells empty from filled and takes one of several texts', () => {
    expect(passesFilter({ by: 'empty' }, undefined, '')).toBe(true)
    expect(passesFilter({ by: 'filled' }, undefined, '')).toBe(false)
    expect(passesFilter({ by: 'oneOf', texts: ['小型', '微型'] }, '小型', '小型')).toBe(true)
    expect(passesFilter({ by: 'oneOf', texts: ['小型', '微型'] }, '中型', '中型')).toBe(false)
  })

  it('knows a filter that narrows nothing', () => {
    expect(isNarrowing({ by: 'contains', text: ' ' })).toBe(false)
    expect(isNarrowing({ by: 'oneOf', texts: [] })).toBe(false)
    expect(isNarrowing({ by: 'numbers', from: null, to: 0 })).toBe(true)
  })

  it('offers the filter that suits the column', () => {
    expect(filterKindOf('choice', true)).toBe('oneOf')
    expect(filterKindOf('date', false)).toBe('dates')
    expect(filterKindOf('amount', false)).toBe('numbers')
    expect(filterKindOf('creditCode', false)).toBe('contains')
  })
})

describe('search over all columns', () => {
  it('wants every word, in any order', () => {
    const haystack = '岳阳样例海原有限公司 91430626'
    expect(hasWords(haystack, searchWords('海原 9143'))).toBe(true)
    expect(hasWords(haystack, searchWords('海原 9144'))).toBe(false)
    expect(hasWords(haystack, searchWords('   '))).toBe(true)
  })
})

describe('ranks instead of collation', () => {
  const compare = new Intl.Collator('zh-CN-u-co-pinyin').compare

  it('orders like the collator', () => {
    const names = ['张三', '安全', '李四', '波动', '安心']
    const ranks = textRanks(names, compare)
    expect([...names].sort((a, b) => ranks.rank(a) - ranks.rank(b))).toEqual([...names].sort(compare))
  })

  it('fits new texts in, even very many at one place', () => {
    const ranks = textRanks(['a', 'b'], compare)
    const late = Array.from({ length: 60 }, (_, index) => `a${'a'.repeat(60 - index)}`)
    for (const text of late) ranks.rank(text)
    const all = ['b', ...late, 'a', '0', 'c']
    expect([...all].sort((a, b) => ranks.rank(a) - ranks.rank(b))).toEqual([...all].sort(compare))
  })

  it('gives equal ranks to texts that collate equal', () => {
    const ranks = textRanks(['x'], (a, b) => compare(a.toLowerCase(), b.toLowerCase()))
    expect(ranks.rank('X')).toBe(ranks.rank('x'))
  })
})

describe('selecting rows with shift', () => {
  it('takes the rows between, in either direction', () => {
    expect(idsBetween(['a', 'b', 'c', 'd'], 'd', 'b')).toEqual(['b', 'c', 'd'])
    expect(idsBetween(['a', 'b', 'c', 'd'], 'a', 'b')).toEqual(['a', 'b'])
  })

  it('takes only the clicked row when the last one is not shown any more', () => {
    expect(idsBetween(['a', 'b'], 'z', 'b')).toEqual(['b'])
    expect(idsBetween(['a', 'b'], null, 'a')).toEqual(['a'])
  })
})
