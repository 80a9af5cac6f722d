import { expect, it } from 'vitest'
import { hiddenNotices } from '#renderer/features/import/hidden-parts.ts'
import { cleanedByChoices, initialChoices } from '#renderer/features/import/import-choices.ts'
import { workbookFixture } from '#tests/support/workbook-fixture.ts'

const OPTIONS = { today: '2022-01-05', ownDivision: '430626', ownUnitName: '平江县', defaultYear: 2021 }
const MESSY = workbookFixture('enterprises-messy.xlsx')

it('hidden sheets, rows and columns are told with what happens to them', () => {
  const choices = initialChoices(MESSY, 'enterprises', null)
  const words = (mapping: typeof choices.mapping) =>
    hiddenNotices(MESSY, cleanedByChoices(MESSY, 'enterprises', OPTIONS, { ...choices, mapping })).map(
      (notice) => notice.words,
    )
  expect(words(choices.mapping)).toEqual([
    '工作表“旧版”不导入（要导入请在“工作表”中选它）',
    '2行放在“需处理”，勾选后才导入',
    '列“内部编号”不导入',
  ])
  expect(words({ 24: 'custom' }).at(-1)).toBe('列“内部编号”按您的选择导入')
})

it('a workbook that hides nothing gives no notice', () => {
  const file = workbookFixture('enterprises-clean-120.xlsx')
  const choices = initialChoices(file, 'enterprises', null)
  expect(hiddenNotices(file, cleanedByChoices(file, 'enterprises', OPTIONS, choices))).toEqual([])
})
