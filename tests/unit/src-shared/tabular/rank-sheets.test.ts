import { describe, expect, it } from 'vitest'
import { cleanWorkbook } from '#shared/tabular/clean-workbook.ts'
import { rankSheets } from '#shared/tabular/rank-sheets.ts'
import { matrixOf } from '#tests/support/matrix-fixture.ts'

const A = '91430602MA4T002970'
const list = (title: string) => [[title], ['企业名称', '统一社会信用代码'], ['甲有限公司', A]]
const book = {
  file: '名单.xlsx',
  sheets: [
    matrixOf([], { sheet: '空' }),
    matrixOf([['填表说明']], { sheet: '说明' }),
    matrixOf(list('2020年参与企业名单'), { sheet: '去年' }),
    matrixOf(list('2021年参与企业名单'), { sheet: '今年' }),
    matrixOf(list('2022年参与企业名单'), { sheet: '草稿', hiddenSheet: true }),
  ],
}

describe('the sheets of a workbook', () => {
  it('stand newest list first, hidden and empty last, each with its reason', () => {
    expect(rankSheets(book, 'enterprises').map((sheet) => [sheet.sheet, sheet.role, sheet.reason])).toEqual([
      ['今年', 'main', '像企业名单：表头在第2行，认出2列，共3行'],
      ['去年', 'main', '像企业名单：表头在第2行，认出2列，共3行'],
      ['草稿', 'main', '隐藏的工作表；像企业名单：表头在第2行，认出2列，共3行'],
      ['说明', null, '没有找到需要的表头'],
      ['空', null, '空白工作表'],
    ])
  })

  it('are read from the best one, or from the one the user names', () => {
    const options = { today: '2021-10-08', ownDivision: null, ownUnitName: null, defaultYear: null }
    expect(cleanWorkbook(book, 'enterprises', options).main.sheet).toBe('今年')
    expect(cleanWorkbook(book, 'enterprises', { ...options, sheet: '去年' }).main.sheet).toBe('去年')
  })
})
