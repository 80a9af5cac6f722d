import { describe, expect, it } from 'vitest'
import { registerRowSource, twinsOfFirm } from '#renderer/features/enterprises/register-rows.ts'
import { importedRecords } from '#tests/support/imported-records.ts'

const CODE = '91430602MA4T002970'
const firms = [
  { record: 'enterprise', id: 'a', set: { name: '甲公司', code: CODE } },
  { record: 'enterprise', id: 'b', set: { name: '甲公司（平江）', code: CODE } },
  { record: 'enterprise', id: 'c', set: { name: '丙公司', code: '待查' } },
  { record: 'enterprise', id: 'd', set: { name: '丁公司', code: '待查' } },
] as const

describe('the register', () => {
  it('marks firms with the same valid code, never those with the same wrong one', () => {
    const rows = registerRowSource()(importedRecords(firms), false)
    expect(rows.map((row) => [row.id, row.isDouble])).toEqual([
      ['a', true],
      ['b', true],
      ['c', false],
      ['d', false],
    ])
  })

  it('shows voided firms only when asked, with their reason, and they are nobody’s twin', () => {
    const records = importedRecords(firms, [
      { record: 'enterprise', id: 'b', set: { $void: { reason: '重复录入' } } },
    ])
    const source = registerRowSource()
    expect(source(records, false).map((row) => row.id)).toEqual(['a', 'c', 'd'])
    expect(source(records, true).at(-1)).toEqual({
      id: 'b',
      name: '甲公司（平江）',
      code: CODE,
      isDouble: false,
      voidedFor: '重复录入',
    })
    expect(source(records, false)[0]?.isDouble).toBe(false)
    const [a] = records.of('enterprise')
    expect(a === undefined ? null : twinsOfFirm(records, a)).toEqual([])
  })

  it('keeps the row of a firm that did not change', () => {
    const records = importedRecords(firms)
    const source = registerRowSource()
    const first = source(records, false)
    expect(source(records, true).every((row, at) => row === first[at])).toBe(true)
  })
})
