import { describe, expect, test } from 'vitest'
import { createRecord, type FieldChanges, mergeRecords, setFields } from '#shared/edits/operations.ts'
import { recordsOf } from '#shared/edits/records-view.ts'
import { validateDraft } from '#shared/edits/validate-draft.ts'
import { distinctOperation, duplicatesOf } from '#shared/review/duplicate.ts'
import { openCount } from '#shared/review/open-count.ts'
import { CountyOfTwo, HERE, THERE } from './county-of-two.ts'

const CODE = '91430602MA4T002970'
const OTHER_CODE = '91430626MA4T00001X'

function county(firms: Readonly<Record<string, FieldChanges<'enterprise'>>>) {
  const two = new CountyOfTwo()
  two.write(
    HERE,
    Object.entries(firms).map(([id, fields]) => createRecord('enterprise', id, fields)),
  )
  return two
}

const pairs = (two: CountyOfTwo) =>
  duplicatesOf(recordsOf(two.state)).map(({ ids, words, mayDiffer }) => [...ids, words, mayDiffer])

describe('疑似重复', () => {
  test('code, name, 曾用名, short name and phone pair two firms, each once, by the strongest reason', () => {
    const two = county({
      a: { name: '平江县样例轴承有限公司', code: CODE, phone: '0730-1234567' },
      b: { name: '别的名称公司', code: CODE },
      c: { name: '平江县样例轴承有限公司 ', phone: '0730-1234567' },
      d: { name: '样例齿轮厂', formerNames: { x: { name: '样例滚子厂' } } },
      e: { name: '样例滚子厂' },
      f: { name: '样例液压公司', phone: '13900000000' },
      g: { name: '样例气动公司', phone: '13900000000' },
      h: { name: '样例气动' },
    })
    expect(pairs(two)).toEqual([
      ['a', 'b', '代码相同', false],
      ['a', 'c', '名称相同', true],
      ['d', 'e', '名称与曾用名相同', true],
      ['f', 'g', '没有代码且电话相同', true],
      ['g', 'h', '名称相近，疑似简称', true],
    ])
  })

  test('an edit that tells firms apart no better keeps the pairs; one that does finds them anew', () => {
    const two = county({ a: { name: '样例轴承公司' }, b: { name: '样例轴承公司' }, c: { name: '丙公司' } })
    const first = duplicatesOf(recordsOf(two.state))
    two.write(HERE, [setFields('enterprise', 'c', { product: '轴承' })])
    expect(duplicatesOf(recordsOf(two.state))[0]).toBe(first[0])
    two.write(HERE, [setFields('enterprise', 'c', { name: '样例轴承公司' })])
    expect(pairs(two)).toHaveLength(2)
    two.write(HERE, [setFields('enterprise', 'b', { name: '乙公司' })])
    expect(pairs(two)).toEqual([['a', 'c', '名称相同', true]])
  })

  test('patents pair by 申请号 in whatever spelling', () => {
    const two = new CountyOfTwo()
    two.write(HERE, [
      createRecord('patent', 'p', { applicationNo: '201911044411.X' }),
      createRecord('patent', 'q', { applicationNo: 'ZL201911044411X' }),
      createRecord('patent', 'r', { title: '没有号' }),
      createRecord('patent', 's', { title: '也没有号' }),
    ])
    expect(pairs(two)).toEqual([['p', 'q', '申请号相同', false]])
  })

  test('不是同一家 is an edit the dictionary takes: remembered, undone by retraction, the same from two PCs', () => {
    const two = county({ a: { name: '样例轴承公司' }, b: { name: '样例轴承公司' } })
    const [pair] = duplicatesOf(recordsOf(two.state))
    if (pair === undefined) throw new Error('no pair')
    const op = distinctOperation(pair.ids)
    expect(distinctOperation([pair.ids[1], pair.ids[0]])).toEqual(op)
    const draft = {
      commit: '00000000-0000-4000-8000-000000000009',
      seen: {},
      at: '2021-10-08T01:00:00.000Z',
      by: '李某',
      why: { kind: 'typed' },
      title: '不是同一家',
      ops: [op],
    }
    expect(validateDraft(draft).ok).toBe(true)
    two.apart([HERE, [op]], [THERE, [op]])
    expect(openCount(recordsOf(two.state))).toBe(0)
  })

  test('who is not the same as one may still be the same as another; a shared code is never explained away', () => {
    const two = county({
      a: { name: '样例轴承公司' },
      b: { name: '样例轴承公司' },
      c: { name: '样例轴承公司' },
    })
    two.write(HERE, [distinctOperation(['a', 'b']), distinctOperation(['a', 'c'])])
    expect(pairs(two)).toEqual([['b', 'c', '名称相同', true]])
    const same = county({ a: { name: '甲公司', code: CODE }, b: { name: '乙公司', code: CODE } })
    same.write(HERE, [distinctOperation(['a', 'b'])])
    expect(pairs(same)).toEqual([['a', 'b', '代码相同', false]])
  })

  test('after 合并 of one of two distinct firms the answer still stands for the class', () => {
    const two = county({
      a: { name: '样例轴承公司', code: CODE },
      b: { name: '样例轴承公司', code: OTHER_CODE },
      c: { name: '样例甲公司', code: CODE },
    })
    two.write(HERE, [distinctOperation(['b', 'a'])])
    two.write(HERE, [
      mergeRecords('enterprise', 'c', 'a'),
      createRecord('enterprise', 'a', { name: '样例轴承公司' }),
    ])
    expect(pairs(two)).toEqual([])
  })
})
