import { describe, expect, test } from 'vitest'
import { stationWords } from '#shared/edits/act-words.ts'
import { createRecord, mergeRecords, restoreRecord, setFields, voidRecord } from '#shared/edits/operations.ts'
import { recordsOf } from '#shared/edits/records-view.ts'
import { conflictPlaces, conflictsOf } from '#shared/review/conflict.ts'
import { actWords, choiceWords, markWords, placeWords } from '#shared/review/conflict-words.ts'
import { bulkPlan, settleOperation } from '#shared/review/settle.ts'
import { CountyOfTwo, HERE, THERE } from './county-of-two.ts'

const pcName = (station: string) => stationWords(station, HERE)

function county() {
  const two = new CountyOfTwo()
  two.write(HERE, [
    createRecord('enterprise', 'a', { name: '样例轴承公司', product: '轴承' }),
    createRecord('patent', 'p', { title: '一种轴承', applicationNo: '201911044411.X' }),
  ])
  return two
}

const product = (value: string, row?: number) =>
  setFields('enterprise', 'a', { product: value }, row === undefined ? {} : { row })

describe('cells on which two PCs do not agree', () => {
  test('each in words: record, cell, every value, who, when, which PC, how; this PC first', () => {
    const two = county()
    two.apart(
      [
        THERE,
        [product('齿轮', 7)],
        { by: '王某', why: { kind: 'imported', file: '名单.xlsx', sheet: '一' } },
      ],
      [HERE, [product('轴瓦')]],
    )
    const [conflict, ...others] = conflictsOf(two.state, HERE)
    if (conflict === undefined) throw new Error('no conflict')
    expect(others).toEqual([])
    expect(placeWords(two.naming, conflict)).toEqual({
      record: '样例轴承公司',
      kind: '企业',
      cell: '主导产品',
    })
    const said = conflict.choices.map(({ value, acts }) => [
      choiceWords(two.naming, conflict, value),
      acts.map((act) => Object.values(actWords(act, pcName)).slice(0, 4).join(' ')),
    ])
    expect(said).toEqual([
      ['轴瓦', ['2021-10-08 09:03 李某 本机 录入']],
      ['齿轮', ['2021-10-08 09:02 王某 另一台电脑（stat） 导入“名单.xlsx”第7行']],
    ])
    expect(markWords(two.naming, conflict, pcName)).toBe(
      '两台电脑填得不一样，待核对。本机：轴瓦；另一台电脑（stat）：齿轮',
    )
  })

  test('equal values are one answer with all who gave it; an emptied cell and an element are named', () => {
    const two = county()
    two.apart(
      [THERE, [product('齿轮')]],
      ['station-third', [product('齿轮')]],
      [HERE, [setFields('enterprise', 'a', { product: null })]],
    )
    const [conflict] = conflictsOf(two.state, HERE)
    if (conflict === undefined) throw new Error('no conflict')
    expect(conflict.choices.map(({ acts }) => acts.length)).toEqual([1, 2])
    expect(conflict.choices.map(({ value }) => choiceWords(two.naming, conflict, value))).toEqual([
      '（空）',
      '齿轮',
    ])
    const owners = (acquisition: '原始' | '受让') =>
      setFields('patent', 'p', { owners: { o: { name: '样例轴承公司', order: 1, acquisition } } })
    two.apart([THERE, [owners('受让')]], [HERE, [owners('原始')]])
    const element = conflictsOf(two.state, HERE).find(({ type }) => type === 'patent')
    if (element === undefined) throw new Error('no conflict')
    expect(placeWords(two.naming, element)).toEqual({
      record: '一种轴承',
      kind: '发明专利',
      cell: '专利权人“样例轴承公司”',
    })
    expect(choiceWords(two.naming, element, null)).toBe('移出')
  })

  test('作废 against a change is a kind of its own: 维持作废 or 恢复, with what was changed', () => {
    const two = county()
    two.apart(
      [THERE, [voidRecord('enterprise', 'a', '重复录入')]],
      [HERE, [product('轴瓦')], { title: '修改 主导产品' }],
    )
    const [conflict] = conflictsOf(two.state, HERE)
    if (conflict === undefined) throw new Error('no conflict')
    expect(placeWords(two.naming, conflict).cell).toBe('作废')
    expect(conflict.choices.map(({ value }) => choiceWords(two.naming, conflict, value))).toEqual([
      '恢复：不作废，保留另一边的改动',
      '维持作废，原因：重复录入',
    ])
    expect(conflict.choices[0]?.acts[0]?.title).toBe('修改 主导产品')
    for (const [choice, live] of [
      [conflict.choices[0]?.value ?? null, true],
      [conflict.choices[1]?.value ?? null, false],
    ] as const) {
      two.write(HERE, [settleOperation(conflict, choice)])
      expect(conflictPlaces(recordsOf(two.state))).toEqual([])
      expect(recordsOf(two.state).get('enterprise', 'a') !== undefined).toBe(live)
    }
    two.write(HERE, [restoreRecord('enterprise', 'a')])
  })

  test('conflicts of a 作废 record ask for nothing; those of joined records stand at the one that stays', () => {
    const two = county()
    two.write(HERE, [createRecord('enterprise', 'b', { name: '轴承公司', product: '滚针' })])
    two.write(HERE, [mergeRecords('enterprise', 'b', 'a')])
    expect(conflictPlaces(recordsOf(two.state)).map(({ id, register }) => [id, register])).toEqual([
      ['a', 'name'],
      ['a', 'product'],
    ])
    two.write(HERE, [voidRecord('enterprise', 'a', '重复录入')])
    expect(conflictPlaces(recordsOf(two.state))).toEqual([])
  })
})

describe('many at once', () => {
  function contested() {
    const two = county()
    two.apart(
      [HERE, [product('轴瓦'), setFields('enterprise', 'a', { park: '工业园' })]],
      [
        THERE,
        [product('齿轮'), setFields('patent', 'p', { title: '一种滚子' })],
        { at: '2021-10-09T00:00:00.000Z' },
      ],
      [
        'station-third',
        [setFields('patent', 'p', { title: '一种滚针' })],
        { at: '2021-10-09T00:00:00.000Z' },
      ],
      ['station-fourth', [voidRecord('enterprise', 'a', '重复录入')]],
    )
    return two
  }

  test('全部取本机 takes what this PC wrote; what it did not write and 作废 stay open', () => {
    const two = contested()
    const plan = bulkPlan(conflictsOf(two.state, HERE), 'own', HERE)
    expect(plan).toEqual({
      rule: 'own',
      ops: [{ record: 'enterprise', id: 'a', set: { product: '轴瓦' } }],
      settled: 1,
      voids: 1,
      undecided: 1,
    })
    two.write(HERE, plan.ops)
    expect(recordsOf(two.state).get('enterprise', 'a')?.product).toBe('轴瓦')
  })

  test('全部取较新 goes by the time written; the same time decides nothing', () => {
    const plan = bulkPlan(conflictsOf(contested().state, HERE), 'newer', HERE)
    expect([plan.ops, plan.undecided]).toEqual([
      [{ record: 'enterprise', id: 'a', set: { product: '齿轮' } }],
      1,
    ])
  })
})
