import { expect, test } from 'vitest'
import { nextPlace, placeAfter } from '#shared/report/chain-place.ts'

const identity = (n: number) => String(n).padStart(64, '0')
const submission = (seq: number, period: string, state: '定稿' | '已报送' | '已撤回' = '已报送') => ({
  id: `s${seq}`,
  seq,
  period,
  identity: identity(seq),
  state,
})

test('the first report has no predecessor', () => {
  const first = { seq: 1, previous: null, supersedes: null, void: [] }
  expect(nextPlace([], '2021Q3')).toEqual(first)
  expect(placeAfter(null, '2021Q3')).toEqual(first)
})

test('the next period follows, the same period replaces', () => {
  const sent = [submission(2, '2021Q3'), submission(1, '2021Q2')]
  expect(nextPlace(sent, '2021Q4')).toEqual({ seq: 3, previous: identity(2), supersedes: null, void: [] })
  expect(nextPlace(sent, '2021Q3')).toEqual({
    seq: 3,
    previous: identity(2),
    supersedes: identity(2),
    void: [],
  })
  expect(nextPlace(sent, '2021Q2')).toEqual({
    seq: 3,
    previous: identity(2),
    supersedes: identity(1),
    void: [],
  })
  const last = { seq: 2, identity: identity(2), period: '2021Q3' }
  expect(placeAfter(last, '2021Q3')).toEqual({
    seq: 3,
    previous: identity(2),
    supersedes: identity(2),
    void: [],
  })
  expect(placeAfter(last, '2021Q4')).toEqual({ seq: 3, previous: identity(2), supersedes: null, void: [] })
})

test('a withdrawn file keeps its number, is declared void once, and is not replaced', () => {
  const withdrawn = [submission(1, '2021Q3', '已撤回'), submission(2, '2021Q3', '已撤回')]
  expect(nextPlace(withdrawn, '2021Q3')).toEqual({
    seq: 3,
    previous: null,
    supersedes: null,
    void: [
      { seq: 1, identity: identity(1) },
      { seq: 2, identity: identity(2) },
    ],
  })
  const declared = [...withdrawn, submission(3, '2021Q3', '定稿')]
  expect(nextPlace(declared, '2021Q3')).toEqual({
    seq: 4,
    previous: identity(3),
    supersedes: identity(3),
    void: [],
  })
})
