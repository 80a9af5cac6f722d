import { describe, expect, it } from 'vitest'
import { doubtOf, listCounts, listRows } from '#renderer/features/enterprises/list-rows.ts'
import { builtInPack } from '#tests/support/built-in-pack.ts'
import { importedRecords } from '#tests/support/imported-records.ts'

const RULES = builtInPack().rules
const RECORDS = importedRecords(
  [
    { record: 'enterprise', id: 'a', set: { name: '甲公司', code: '91430602MA4T002970', park: '伍市镇' } },
    { record: 'enterprise', id: 'b', set: { name: '乙公司' } },
    { record: 'enterprise', id: 'c', set: { name: '丙公司' } },
    {
      record: 'participation',
      id: 'p1',
      set: { enterprise: 'a', year: 2021, type: '破零', state: '县级审定', priorGrants: '曾有' },
    },
    {
      record: 'participation',
      id: 'p2',
      set: {
        enterprise: 'b',
        year: 2021,
        type: '倍增',
        state: '在列',
        exitedOn: '2021-06-30',
        exitReason: '企业注销',
      },
    },
    { record: 'participation', id: 'p3', set: { enterprise: 'c', year: 2021, type: '破零', state: '拟报' } },
    { record: 'participation', id: 'p4', set: { enterprise: 'a', year: 2022, type: '倍增' } },
  ],
  [{ record: 'enterprise', id: 'c', set: { $void: { reason: '重复录入' } } }],
)

describe('the list of a year', () => {
  it('joins entry and firm, tells who left and who is not decided, and keeps a voided firm in sight', () => {
    const shown = listRows(RECORDS, RULES, 2021).map((row) => [
      row.id,
      row.firmName,
      row.firmCode,
      row.firmPark,
      row.status,
      row.doubt,
    ])
    expect(shown).toEqual([
      ['p1', '甲公司', '91430602MA4T002970', '伍市镇', '在列', '列入前曾有授权，不计破零'],
      ['p2', '乙公司', '', '', '已退出', null],
      ['p3', '丙公司', '', '', '未审定', '企业已作废，请核对'],
    ])
  })

  it('counts firms that left, but not those nobody has decided on', () => {
    expect(listCounts(listRows(RECORDS, RULES, 2021))).toEqual({
      total: 2,
      zero: 1,
      double: 1,
      exited: 1,
      undecided: 1,
      doubtful: 2,
    })
  })
})

describe('who is on the list', () => {
  const entries = importedRecords(
    [
      { record: 'enterprise', id: 'a', set: { name: '甲公司' } },
      { record: 'enterprise', id: 'b', set: { name: '乙公司', code: '92430626MA00000000' } },
      { record: 'participation', id: 'p1', set: { enterprise: 'a', year: 2021 } },
      { record: 'participation', id: 'p2', set: { enterprise: 'a', year: 2021, state: '县级审定' } },
      { record: 'participation', id: 'p3', set: { enterprise: 'b', year: 2021, state: '在列' } },
    ],
    [],
  )
  const shown = (rules: typeof RULES) =>
    listRows(entries, rules, 2021).map((row) => [row.status, row.counts, row.doubt])

  it('is an approved firm of the programme; an entry without a state is not approved', () => {
    expect(shown(RULES)).toEqual([
      ['未审定', false, null],
      ['在列', true, null],
      ['在列', false, '个体工商户，不按中小企业计'],
    ])
    expect(listCounts(listRows(entries, RULES, 2021))).toMatchObject({ total: 1, undecided: 1 })
  })

  it('follows the states of the pack', () => {
    expect(shown({ ...RULES, listStates: ['在列'] })[1]).toEqual(['未审定', false, null])
  })
})

describe('type against what the firm had before', () => {
  it('is doubted where they do not fit', () => {
    expect([
      doubtOf({ id: 'p', type: '破零', priorGrants: '从未', priorGrantCount: 0 }),
      doubtOf({ id: 'p', type: '破零', priorGrantCount: 2 }),
      doubtOf({ id: 'p', type: '破零', validPatents: 1 }),
      doubtOf({ id: 'p', type: '倍增', priorGrants: '从未' }),
      doubtOf({ id: 'p', type: '倍增', priorGrants: '曾有', priorGrantCount: 2 }),
      doubtOf({ id: 'p', priorGrants: '从未', priorGrantCount: 1 }),
    ]).toEqual([
      null,
      '列入前曾有授权，不计破零',
      '参与前已有有效专利，请核对',
      '列入前没有授权，请核对',
      null,
      '列入前情况前后不一致',
    ])
  })
})
