import { describe, expect, it } from 'vitest'
import { isoToSerial, serialToIso } from '#main/spreadsheet/serial-date.ts'

describe('serialToIso', () => {
  it.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, null],
    [61, false, '1900-03-01'],
    [25569, false, '1970-01-01'],
    [36585, false, '2000-02-29'],
    [44260, false, '2021-03-05'],
    [44260.99999, false, '2021-03-05'],
    [44259.9999999999, false, '2021-03-05'],
    [0, true, '1904-01-01'],
    [42798, true, '2021-03-05'],
    [2958465, false, '9999-12-31'],
    [2958466, false, null],
    [0.75, false, null],
    [-5, false, null],
    [Number.NaN, false, null],
  ])('%d (1904: %s) is %s', (serial, date1904, iso) => {
    expect(serialToIso(serial, date1904)).toBe(iso)
  })

  it('and back agree with the platform calendar on every day from 1900-03-01 to 2100', () => {
    const wrong: string[] = []
    for (let serial = 61; serial < 73_051; serial++) {
      const iso = new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10)
      if (serialToIso(serial, false) !== iso || isoToSerial(iso) !== serial) wrong.push(iso)
    }
    expect(wrong).toEqual([])
  })
})

describe('isoToSerial', () => {
  it('has none for less precise dates and those before the invented day', () => {
    expect(['2021', '2021-03', '1900-02-28', '1899-12-31', '1900-03-01'].map(isoToSerial)).toEqual([
      null,
      null,
      null,
      null,
      61,
    ])
  })
})
