import { describe, expect, test } from 'vitest'
import { applyEdit } from '#shared/edits/apply-edit.ts'
import { historyOf } from '#shared/edits/history.ts'
import { createRecord, mergeRecords, setFields, voidRecord } from '#shared/edits/operations.ts'
import { recordsOf } from '#shared/edits/records-view.ts'
import { createState, type EditState } from '#shared/edits/state.ts'
import { planUndo, undoDraft } from '#shared/edits/undo.ts'
import { computeIndicators } from '#shared/indicators/compute-indicators.ts'
import { periodOf } from '#shared/indicators/report-period.ts'
import { purgePreview, unfinishedFirms, unfinishedPurge } from '#shared/purge/purge-preview.ts'
import { purgeOperation } from '#shared/purge/purge-record.ts'
import { isPurgeable, PERSONAL_FIELDS, PurgeTarget } from '#shared/purge/purge-target.ts'
import { redactEdit } from '#shared/purge/redact-edit.ts'
import { builtInPack } from '#tests/support/built-in-pack.ts'
import { CountyOfTwo, HERE, THERE } from '../review/county-of-two.ts'

const TARGET = { ids: ['a'], registers: ['contact', 'phone'] }

const purge = purgeOperation('a', TARGET.registers, {
  key: 'first',
  names: '联系人、联系电话',
  on: '2021-11-01',
  asker: '甲公司',
  reason: '来函要求',
})

/** The phone written by two PCs apart, changed, undone once, and then purged. */
function county() {
  const two = new CountyOfTwo()
  two.write(HERE, [createRecord('enterprise', 'a', { name: '甲公司', phone: '0730-1', contact: '样例甲' })])
  two.apart(
    [HERE, [setFields('enterprise', 'a', { phone: '0730-2', product: '轴承' })]],
    [THERE, [setFields('enterprise', 'a', { phone: '0730-3' })]],
  )
  two.write(HERE, [purge])
  return two
}

/** The state of the same edits after the compaction. */
function purged(two: CountyOfTwo): EditState {
  const state = createState()
  for (const edit of two.edits) applyEdit(state, redactEdit(edit, TARGET, 1).edit)
  return state
}

describe('what a purge takes out', () => {
  test('personal fields by the dictionary, free texts and 自定义列 may go; what a firm is known and counted by never', () => {
    expect(PERSONAL_FIELDS).toEqual(['legalPerson', 'contact', 'contactPosition', 'phone'])
    expect(['note', 'custom.c1', 'phone'].map(isPurgeable)).toEqual([true, true, true])
    expect(['name', 'code', 'formerNames/x', 'employees', '$void', 'purges/first'].some(isPurgeable)).toBe(
      false,
    )
    expect(PurgeTarget.safeParse({ ids: ['a'], registers: ['name'] }).success).toBe(false)
  })

  test('only values of the firm’s registers, the writes stay; an edit without any is the same object', () => {
    const [first, second, , last] = county().edits
    if (first === undefined || second === undefined || last === undefined) throw new Error('no edits')
    expect(redactEdit(first, TARGET, 1)).toEqual({
      removed: 2,
      edit: {
        ...first,
        ops: [{ record: 'enterprise', id: 'a', set: { name: '甲公司', phone: null, contact: null } }],
      },
    })
    expect(redactEdit(second, TARGET, 1).edit.ops).toEqual([
      { record: 'enterprise', id: 'a', set: { phone: null, product: '轴承' } },
    ])
    expect(redactEdit(last, TARGET, 1).edit).toBe(last)
    const { commit, seen, at, by, why, title, id, prev } = last
    const others = {
      ...{ commit, seen, at, by, why, title, id, prev },
      ops: [
        createRecord('enterprise', 'b', { phone: '0730-9' }),
        mergeRecords('enterprise', 'a', 'b'),
        voidRecord('enterprise', 'a', '重复'),
      ],
    }
    expect(redactEdit(others, TARGET, 1).removed).toBe(0)
  })
})

describe('after a purge', () => {
  test('the records read as before it but for the fields, and nothing that was taken back brings a value again', () => {
    const two = county()
    const state = purged(two)
    expect(recordsOf(state).all('enterprise')).toEqual(recordsOf(two.state).all('enterprise'))
    const [firm] = recordsOf(state).of('enterprise')
    expect([firm?.phone, firm?.contact, firm?.product]).toEqual([undefined, undefined, '轴承'])
    const undo = undoDraft(state, HERE)
    if (undo === null) throw new Error('nothing to undo')
    const last = two.edits.at(-1)
    if (last === undefined) throw new Error('no edits')
    const { ops: _, ...frame } = last
    const id = { station: HERE, n: last.id.n + 1 }
    applyEdit(state, {
      ...frame,
      commit: '00000000-0000-4000-8000-0000000000ff',
      seen: Object.fromEntries(state.clock),
      id,
      prev: '0'.repeat(64),
      retracts: [...undo.retracts],
    })
    const again = recordsOf(state).all('enterprise')[0]
    expect([again?.fields.phone, again?.fields.contact, again?.conflicts]).toEqual([undefined, undefined, {}])
    expect(historyOf(state, 'enterprise', 'a', 'phone').writes.every((write) => write.purged)).toBe(true)
    expect(planUndo(state, state.edits[0] ?? undo.target)).not.toBeNull()
  })

  test('every indicator reads as before, with its contributions', () => {
    const two = county()
    two.write(HERE, [
      createRecord('participation', 'l', { enterprise: 'a', year: 2021, state: '在列', priorGrants: '从未' }),
      createRecord('figures', 'f', { enterprise: 'a', year: 2021, period: '1-9月累计', revenue: 100 }),
    ])
    const results = (state: EditState) =>
      computeIndicators(recordsOf(state), builtInPack(), periodOf(2021, 3), {})
    expect(results(purged(two))).toEqual(results(two.state))
    expect(results(two.state).find(({ id }) => id === 'revenue')?.cumulative.value).toBe(100)
  })

  test('历史 says 已清除 of every write before it, and of no write after it', () => {
    const two = county()
    const state = purged(two)
    const phones = () =>
      historyOf(state, 'enterprise', 'a', 'phone').writes.map(({ purged: gone, value }) => [gone, value])
    expect(phones()).toEqual([
      [true, null],
      [true, null],
      [true, null],
      [true, null],
    ])
    two.write(HERE, [setFields('enterprise', 'a', { phone: '0730-4' })])
    two.write(HERE, [setFields('enterprise', 'a', { phone: null })])
    for (const edit of two.edits.slice(-2)) applyEdit(state, edit)
    expect(phones().slice(0, 2)).toEqual([
      [false, null],
      [false, '0730-4'],
    ])
    const product = historyOf(state, 'enterprise', 'a', 'product').writes
    expect(product.map((write) => write.purged)).toEqual([false])
  })

  test('what would go is counted before; what was not taken out yet is known after', () => {
    const two = county()
    const before = historyOf(two.state, 'enterprise', 'a')
    expect(purgePreview(before)).toEqual([
      { register: 'contact', values: 1, isFilled: false },
      { register: 'phone', values: 3, isFilled: false },
    ])
    // Said but not done: interrupted, or said on another PC.
    expect([...unfinishedPurge(before)].sort()).toEqual(['contact', 'phone'])
    const after = historyOf(purged(two), 'enterprise', 'a')
    expect([purgePreview(after), unfinishedPurge(after)]).toEqual([[], []])
    const open = (state: EditState) =>
      unfinishedFirms(recordsOf(state), (firm) => historyOf(state, 'enterprise', firm))
    expect([open(two.state), open(purged(two))]).toEqual([['a'], []])
  })
})
