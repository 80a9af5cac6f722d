import { describe, expect, it } from 'vitest'
import { cellText, fixedText, paperDate, roundedTo } from '#shared/sheets/cell-text.ts'

describe('text of a cell', () => {
  it('prints an empty cell as a dash and a zero as a number', () => {
    expect(
      [null, { value: 0, decimals: 0 }, { value: 0, decimals: 2 }, { percent: 0 }].map(cellText),
    ).toEqual(['—', '0', '0.00', '0.00'])
  })

  it('prints percentages with two decimals and numbers without thousands separators', () => {
    expect(
      [{ percent: 108.9 }, { value: 719616.48, decimals: 2 }, { value: 52, decimals: 0 }].map(cellText),
    ).toEqual(['108.90', '719616.48', '52'])
  })

  it('prints dates in tables as they are known', () => {
    expect([{ date: '2021-03-05' }, { date: '2021-03' }, '备注'].map(cellText)).toEqual([
      '2021-03-05',
      '2021-03',
      '备注',
    ])
  })

  it('rounds half up on decimal digits, not on their binary neighbours', () => {
    expect([1.005, 1.255, 8.345, -1.005, 2.5, 1e-9, -0.001].map((value) => fixedText(value, 2))).toEqual([
      '1.01',
      '1.26',
      '8.35',
      '-1.01',
      '2.50',
      '0.00',
      '0.00',
    ])
    expect(roundedTo(1234.5678, 6)).toBe(1234.5678)
  })

  it('never prints infinity or not-a-number', () => {
    expect([Number.POSITIVE_INFINITY, Number.NaN].map((percent) => cellText({ percent }))).toEqual(['—', '—'])
  })

  it('writes dates in running text without zero padding', () => {
    expect(['2021-03-05', '2021-10', '2021'].map(paperDate)).toEqual(['2021年3月5日', '2021年10月', '2021年'])
  })
})
