import { expect, test } from 'vitest'
import { namedUnit } from '#shared/cli/named-unit.ts'
import { matrixOf } from '#tests/support/matrix-fixture.ts'

const HEADER = ['企业名称', '统一社会信用代码', '填报单位']
const book = (title: string, file = '名单.xlsx', hiddenSheet = false) => ({
  file,
  sheets: [matrixOf([[title, null], HEADER, ['示例公司', '汨罗市', '云溪区']], { hiddenSheet })],
})

test('the county of the title or of the file name', () => {
  expect(namedUnit(book('平江县2021年参与企业名单'))?.code).toBe('YY-430626')
  expect(namedUnit(book('参与企业名单', '屈原管理区名单.xlsx'))?.code).toBe('YY-QYQ')
})

test('none, when no title names one, several are named, or only a hidden sheet does', () => {
  expect(namedUnit(book('参与企业名单'))).toBeNull()
  expect(namedUnit(book('平江县、湘阴县参与企业名单'))).toBeNull()
  expect(namedUnit(book('平江县参与企业名单', '名单.xlsx', true))).toBeNull()
})
