import { describe, expect, it } from 'vitest'
import type { CleanOptions } from '#shared/tabular/clean-sheet.ts'
import { cleanWorkbook } from '#shared/tabular/clean-workbook.ts'
import type { Subject } from '#shared/tabular/cleaned.ts'
import { workbookFixture } from '#tests/support/workbook-fixture.ts'

const PINGJIANG: CleanOptions = {
  today: '2022-01-05',
  ownDivision: '430626',
  ownUnitName: '平江县',
  defaultYear: null,
}
const CITY: CleanOptions = { ...PINGJIANG, ownDivision: null, ownUnitName: null }

function summary(file: string, subject: Subject, options: CleanOptions) {
  const { main, companions } = cleanWorkbook(workbookFixture(file), subject, options)
  return {
    counts: main.counts,
    unmapped: main.unmapped,
    duplicates: main.duplicates.length,
    companions: companions.map((sheet) => [sheet.sheet, sheet.counts]),
  }
}

describe('the sample workbooks', () => {
  it('clean-120 needs nothing', () => {
    expect(summary('enterprises-clean-120.xlsx', 'enterprises', PINGJIANG)).toEqual({
      counts: { ok: 120, fixed: 0, todo: 0, notData: 1 },
      unmapped: [],
      duplicates: 0,
      companions: [],
    })
  })

  it('patents-2021 blocks nothing and brings 列入前情况 with it', () => {
    expect(summary('patents-2021.xlsx', 'patents', PINGJIANG)).toEqual({
      counts: { ok: 76, fixed: 41, todo: 0, notData: 1 },
      unmapped: [],
      duplicates: 0,
      companions: [['列入前情况', { ok: 120, fixed: 0, todo: 0, notData: 1 }]],
    })
  })

  it('figures-2021Q3 needs nothing', () => {
    expect(summary('figures-2021Q3.xlsx', 'figures', PINGJIANG)).toEqual({
      counts: { ok: 345, fixed: 0, todo: 0, notData: 1 },
      unmapped: [],
      duplicates: 0,
      companions: [],
    })
  })

  it('service-log-2021 needs nothing and brings 参加企业 with it', () => {
    expect(summary('service-log-2021.xlsx', 'activities', PINGJIANG)).toEqual({
      counts: { ok: 300, fixed: 0, todo: 0, notData: 1 },
      unmapped: [],
      duplicates: 0,
      companions: [['参加企业', { ok: 1226, fixed: 0, todo: 0, notData: 1 }]],
    })
  })

  it('the city list of 13 units needs nothing at the city', () => {
    expect(summary('enterprises-citywide-130.xlsx', 'enterprises', CITY).counts).toEqual({
      ok: 130,
      fixed: 0,
      todo: 0,
      notData: 1,
    })
  })

  it('the same list points out the firms of the other units in one county', () => {
    const { main } = cleanWorkbook(workbookFixture('enterprises-citywide-130.xlsx'), 'enterprises', PINGJIANG)
    const foreign = main.rows.filter((row) => row.findings.some((finding) => finding.kind === 'other-unit'))
    expect(foreign).toHaveLength(120)
  })

  it('a GBK csv blocks nothing; codes lose their ="…" and TAB, scientific phones are left out', () => {
    const { main } = cleanWorkbook(workbookFixture('enterprises-gbk.csv'), 'enterprises', PINGJIANG)
    expect(main.counts).toEqual({ ok: 0, fixed: 30, todo: 0, notData: 1 })
    expect(main.rows.filter((row) => row.key === null && row.pile !== 'notData')).toEqual([])
    const first = main.rows[1]?.values
    expect(first).toEqual({
      'enterprise.name': '平江县样例海原新能源材料股份有限公司',
      'enterprise.code': '91430626EX1000012P',
      'enterprise.founded': '2013-05-04',
      'enterprise.employees': 80,
      'figures.revenue@2020': 2473.58,
      'enterprise.phone': '15463712424',
    })
    expect(
      main.rows.filter((row) => row.findings.some((each) => each.kind === 'phone-precision-lost')),
    ).toHaveLength(6)
  })

  it('a stray cell far away changes nothing about the firms', () => {
    const { main } = cleanWorkbook(workbookFixture('enterprises-huge-ref.xlsx'), 'enterprises', PINGJIANG)
    expect(main.rows.filter((row) => row.pile === 'ok')).toHaveLength(5)
  })

  it('a list of firms is not a list of patents: nothing is read and every row says so', () => {
    const { main } = cleanWorkbook(workbookFixture('enterprises-clean-120.xlsx'), 'patents', PINGJIANG)
    expect({ headerRows: main.headerRows, counts: main.counts }).toEqual({
      headerRows: [],
      counts: { ok: 0, fixed: 0, todo: 121, notData: 0 },
    })
  })
})
