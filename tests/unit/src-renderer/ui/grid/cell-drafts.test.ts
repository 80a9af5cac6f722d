import { expect, test } from 'vitest'
import { cellPlace, draftsOf, refusedCount, withDraft } from '#renderer/ui/grid/cell-drafts.ts'
import type { KeptText } from '#renderer/ui/kept-texts.ts'

const refused = (typed: string): KeptText => ({ typed, message: '磁盘已满', unsaved: true, where: '甲' })

test('a grid shows the kept texts of its own cells, and above them what is on its way', () => {
  const kept = new Map([
    [cellPlace('企业名录', 'a', 'product'), refused('轴承')],
    [cellPlace('企业名录', 'a', 'park'), refused('工业园')],
    [cellPlace('年度名单', 'a', 'product'), refused('别处')],
    ['a product', refused('表单')],
  ])
  const onTheirWay = withDraft(new Map(), 'a', 'park', { typed: '高新区', message: null })
  const drafts = draftsOf('企业名录', kept, onTheirWay)
  expect([...drafts].map(([row, ofRow]) => [row, Object.fromEntries(ofRow)])).toEqual([
    ['a', { product: { typed: '轴承', message: '磁盘已满' }, park: { typed: '高新区', message: null } }],
  ])
  expect(refusedCount(drafts)).toBe(1)
})

test('a draft that goes leaves its row as it was before there was one', () => {
  const one = withDraft(new Map(), 'a', 'park', { typed: '甲', message: null })
  expect(withDraft(one, 'a', 'park', null)).toEqual(new Map())
  expect(withDraft(one, 'a', 'name', null)).toBe(one)
})
