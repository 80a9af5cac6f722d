import { describe, expect, it } from 'vitest'
import {
  doubleTargets,
  mappingChoices,
  mappingYears,
  targetTitle,
} from '#renderer/features/import/mapping-menu.ts'
import { cleanWorkbook } from '#shared/tabular/clean-workbook.ts'
import { SUBJECTS } from '#shared/tabular/cleaned.ts'
import { workbookFixture } from '#tests/support/workbook-fixture.ts'

const OPTIONS = { today: '2022-01-05', ownDivision: null, ownUnitName: null, defaultYear: 2021 }

describe('the menu of fields', () => {
  it('offers every field once and by a Chinese title', () => {
    for (const subject of SUBJECTS) {
      const choices = mappingChoices(subject, [2020, 2021])
      expect(new Set(choices.map((choice) => choice.target)).size).toBe(choices.length)
      expect(choices.filter((choice) => !/\p{Script=Han}/u.test(choice.title))).toEqual([])
    }
  })

  it('offers money of a firm list once per year, figures without a year', () => {
    const titles = mappingChoices('enterprises', [2020, 2021]).map((choice) => choice.title)
    expect(titles.filter((title) => title.startsWith('营业收入'))).toEqual([
      '营业收入（2020年）',
      '营业收入（2021年）',
    ])
    expect(mappingChoices('figures', [2021]).map((choice) => choice.target)).toContain('figures.revenue')
  })

  it('offers what the samples were read as', () => {
    const { main } = cleanWorkbook(workbookFixture('enterprises-messy.xlsx'), 'enterprises', OPTIONS)
    const offered = new Set(
      mappingChoices('enterprises', mappingYears(main, 2021)).map((choice) => choice.target),
    )
    const read = main.columns.flatMap(({ target }) =>
      target === null || target === 'custom' ? [] : [target],
    )
    expect(read.filter((target) => !offered.has(target))).toEqual([])
  })

  it('names dated and partial targets', () => {
    expect([
      targetTitle('figures.revenue@2020'),
      targetTitle('figures.revenue@2021Q3'),
      targetTitle('activity.participants.people'),
      targetTitle('enterprise.titles.高新技术企业'),
    ]).toEqual([
      '营业收入（2020年）',
      '营业收入（2021年第3季度累计）',
      '服务对象：人数',
      '现有资质：高新技术企业',
    ])
  })
})

describe('double targets', () => {
  it('are fields that two columns are read as', () => {
    const { main } = cleanWorkbook(workbookFixture('enterprises-clean-120.xlsx'), 'enterprises', {
      ...OPTIONS,
      mapping: { 6: 'enterprise.park' },
    })
    expect([...doubleTargets(main)]).toEqual(['enterprise.park'])
  })
})
