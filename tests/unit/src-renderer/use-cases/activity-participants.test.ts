import { expect, test } from 'vitest'
import { participantElement, pastedFirms } from '#renderer/use-cases/activity-participants.ts'
import { createRecord } from '#shared/edits/operations.ts'
import { importedRecords } from '#tests/support/imported-records.ts'

const records = importedRecords([
  createRecord('enterprise', 'a', {
    name: '平江县样例海原新能源材料股份有限公司',
    code: '91430626EX1000012P',
    formerNames: { x: { name: '平江海原材料厂' } },
  }),
  createRecord('enterprise', 'b', { name: '湖南（平江）示例茶业有限公司', code: '91430626EX1000020J' }),
  createRecord('enterprise', 'c1', { name: '同名公司', code: '91430626EX1000039F' }),
  createRecord('enterprise', 'c2', { name: '同名公司', code: '91430626EX1000047A' }),
])

test('a sign-in sheet is matched by name, former name or code; the rest is 名录外企业, each once', () => {
  const sheet = [
    '1、平江县样例海原新能源材料股份有限公司\t张三\t3',
    '',
    '2. 湖南（平江）示例茶业有限公司',
    '平江海原材料厂',
    '91430626EX1000020J',
    '  某外地公司  ',
    '某外地公司',
    '—',
  ].join('\r\n')
  expect(pastedFirms(records, sheet)).toEqual([
    { name: '平江县样例海原新能源材料股份有限公司', enterprise: 'a' },
    { name: '湖南（平江）示例茶业有限公司', enterprise: 'b' },
    { name: '某外地公司', enterprise: null },
  ])
})

test('a name that two firms bear is not given to either', () => {
  expect(pastedFirms(records, '同名公司')).toEqual([{ name: '同名公司', enterprise: null }])
})

test('elements are keyed as an import keys them', () => {
  expect([
    participantElement({ name: '甲公司', enterprise: 'a' }),
    participantElement({ name: '乙（外地）公司', enterprise: null }),
  ]).toEqual([
    ['a', { name: '甲公司', enterprise: 'a' }],
    ['~乙外地公司', { name: '乙（外地）公司' }],
  ])
})
