import { expect, test } from 'vitest'
import { findFirms, firmEntries } from '#renderer/use-cases/find-firms.ts'
import { createRecord } from '#shared/edits/operations.ts'
import { importedRecords } from '#tests/support/imported-records.ts'

const records = importedRecords([
  createRecord('enterprise', 'a', { name: '湖南样例茶业有限公司', code: '91430626EX1000012P' }),
  createRecord('enterprise', 'b', { name: '样例电气（平江）有限公司', code: '91430626EX1000020J' }),
  createRecord('enterprise', 'c', { code: '91430626EX1000039F' }),
  createRecord('enterprise', 'd', {
    name: '某茶叶有限责任公司',
    formerNames: { x: { name: '老字号（茶）厂' } },
  }),
])
const INITIALS: Readonly<Record<string, string>> = {
  湖南样例茶业有限公司: 'hnylcyyxgs',
  '样例电气（平江）有限公司': 'yldqpjyxgs',
}
const entries = firmEntries(records, (text) => INITIALS[text] ?? '')
const found = (typed: string, limit = 5) => findFirms(entries, typed, limit).map(({ id }) => id)

test('firms are found by part of name, by code and by initials, beginnings first', () => {
  expect([found('样例'), found('yl'), found('EX1000020'), found('91430626ex1000012p')]).toEqual([
    ['b', 'a'],
    ['b', 'a'],
    ['b'],
    ['a'],
  ])
})

test('brackets and width do not matter; blank text finds nothing; the limit holds', () => {
  expect([found('样例电气（平江）'), found('  '), found('有限公司', 1)]).toEqual([['b'], [], ['a']])
})

test('a firm is found by a name it once had', () => {
  expect([found('老字号'), found('老字号(茶)厂')]).toEqual([['d'], ['d']])
})
