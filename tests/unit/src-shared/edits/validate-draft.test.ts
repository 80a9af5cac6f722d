import { describe, expect, test } from 'vitest'
import type { EditDraft } from '#shared/edits/edit.ts'
import { validateDraft, validateEdit } from '#shared/edits/validate-draft.ts'

const good: EditDraft = {
  commit: '4dcb66ba-9a6e-4c0f-8f0e-0d1f5d4a2c11',
  seen: { 'station-a': 3 },
  at: '2021-03-05T08:00:00.000Z',
  by: '李某',
  why: { kind: 'typed' },
  title: '修改',
  ops: [{ record: 'enterprise', id: 'a', set: { name: '样例企业' } }],
}

const withOps = (op: unknown) => ({ ...good, ops: [op] })
const withSet = (set: unknown, record = 'enterprise') => withOps({ record, id: 'a', set })
const where = (input: unknown) => {
  const result = validateDraft(input)
  return result.ok ? null : result.error
}

describe('a draft is taken', () => {
  test.each<[string, unknown]>([
    ['as it is', good],
    ['with 作废', withSet({ $void: { reason: '重复' } })],
    ['with 作废 taken back', withSet({ $void: null })],
    ['with a custom column', withSet({ 'custom.col-1': '张三', 'custom.col-2': 12.5, 'custom.col-3': null })],
    ['with a list element', withSet({ 'titles/高新技术企业': { name: '高新技术企业', year: 2020 } })],
    ['with an emptied list element', withSet({ 'titles/高新技术企业': null })],
    ['with a sheet row', withOps({ record: 'enterprise', id: 'a', set: { name: '甲' }, row: 3 })],
    ['with a 合并', withOps({ record: 'enterprise', same: ['a', 'b'] })],
    [
      'that retracts what it has seen',
      { ...good, ops: undefined, retracts: [{ station: 'station-a', n: 3 }] },
    ],
  ])('%s', (_, input) => {
    expect(validateDraft(input)).toEqual({ ok: true, value: input })
  })
})

describe('a draft is refused', () => {
  test.each<[string, unknown, string]>([
    ['that is no object', '好', '整条记录'],
    ['with an unknown member', { ...good, extra: 1 }, '整条记录'],
    ['with neither operations nor retractions', { ...good, ops: undefined }, 'ops'],
    ['with both', { ...good, retracts: [{ station: 'station-a', n: 1 }] }, 'ops'],
    ['with no operation', { ...good, ops: [] }, 'ops'],
    [
      'that retracts what it has not seen',
      { ...good, ops: undefined, retracts: [{ station: 'station-a', n: 4 }] },
      'retracts',
    ],
    [
      'that retracts one edit twice',
      {
        ...good,
        ops: undefined,
        retracts: [
          { station: 'station-a', n: 1 },
          { station: 'station-a', n: 1 },
        ],
      },
      'retracts',
    ],
    ['with an unknown record type', withSet({ name: '甲' }, 'invoice'), '1: record'],
    ['with a record type of the prototype', withSet({ name: '甲' }, 'constructor'), '1: record'],
    ['with an unknown field', withSet({ colour: 'red' }), '1: enterprise.colour'],
    ['with a field of the prototype', withSet(JSON.parse('{"__proto__":"x"}')), '1: enterprise.__proto__'],
    [
      'with a list key of the prototype',
      withSet({ 'titles/__proto__': { name: '甲' } }),
      '1: enterprise.titles/__proto__',
    ],
    ['with a list written whole', withSet({ titles: { a: { name: '甲' } } }), '1: enterprise.titles'],
    ['with an element of a plain field', withSet({ 'name/a': '甲' }), '1: enterprise.name/a'],
    ['with an empty element key', withSet({ 'titles/': { name: '甲' } }), '1: enterprise.titles/'],
    [
      'with an unknown member of an element',
      withSet({ 'titles/a': { name: '甲', colour: 1 } }),
      '1: enterprise.titles/a',
    ],
    [
      'with a hole in an element',
      withSet({ 'titles/a': { name: '甲', year: undefined } }),
      '1: enterprise.titles/a',
    ],
    ['with an undefined value', withSet({ name: undefined }), '1: enterprise.name'],
    ['with an empty text', withSet({ name: '' }), '1: enterprise.name'],
    ['with a day that does not exist', withSet({ founded: '2021-02-29' }), '1: enterprise.founded'],
    ['with a number that JSON cannot hold', withSet({ taxPaid: Number.NaN }), '1: enterprise.taxPaid'],
    ['with a custom column of another record', withSet({ 'custom.a': '甲' }, 'patent'), '1: patent.custom.a'],
    ['with a 作废 without reason', withSet({ $void: {} }), '1: enterprise.$void'],
    [
      'with an unknown member of an operation',
      withOps({ record: 'enterprise', id: 'a', set: {}, col: 2 }),
      '1: col',
    ],
    ['with an id that is no id', withOps({ record: 'enterprise', id: '../a', set: {} }), '1: id'],
    ['with an id of the prototype', withOps({ record: 'enterprise', id: '__proto__', set: {} }), '1: id'],
    ['with a row that is no row', withOps({ record: 'enterprise', id: 'a', set: {}, row: 0 }), '1: row'],
    ['that joins a record with itself', withOps({ record: 'enterprise', same: ['a', 'a'] }), '1: same'],
    ['with a station of the prototype', { ...good, seen: { constructor: 1 } }, 'seen'],
  ])('%s', (_, input, expected) => {
    expect(where(input)).toEqual({ code: 'edit.invalid', where: expected })
  })
})

describe('an edit has its place in its station’s chain', () => {
  const edit = { ...good, id: { station: 'station-a', n: 4 }, prev: 'a'.repeat(64) }

  test('numbers without gaps, the hash before it', () => {
    expect(validateEdit(edit).ok).toBe(true)
    expect(validateEdit({ ...edit, id: { station: 'station-b', n: 1 }, prev: null }).ok).toBe(true)
  })

  test.each([
    ['a gap', { ...edit, id: { station: 'station-a', n: 5 } }],
    ['itself among what it has seen', { ...edit, seen: { 'station-a': 4 } }],
    ['no hash before it', { ...edit, prev: null }],
    ['a hash before the first', { ...edit, seen: {}, id: { station: 'station-a', n: 1 } }],
  ])('refused with %s', (_, input) => {
    expect(validateEdit(input)).toEqual({ ok: false, error: { code: 'edit.invalid', where: 'seen' } })
  })
})
