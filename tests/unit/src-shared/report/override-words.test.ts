import { expect, it } from 'vitest'
import { overrideWords } from '#shared/report/override-words.ts'

const figures = [
  {
    indicator: 'grants',
    title: '发明专利授权量',
    unit: '件',
    quarter: 1,
    cumulative: 9,
    target: null,
    missing: 0,
  },
]

it('says what was stated in place of what was computed, and why', () => {
  const words = [
    { subject: 'figure:grants.cumulative', computed: 1, stated: 9, reason: '知识产权局公布数' },
    { subject: 'figure:grants.quarter', computed: null, stated: 2.5, reason: '按公报' },
    { subject: 'participation:p1', computed: '未实现', stated: '县级认定：实现破零', reason: '补充佐证' },
    { subject: 'check:missing:revenue', computed: '营业收入：缺报15家', stated: null, reason: '已催报' },
  ].map((override) => overrideWords(override, figures))
  expect(words).toEqual([
    '发明专利授权量（累计）：系统测算1，填列9（知识产权局公布数）',
    '发明专利授权量（本季）：系统测算—，填列2.5（按公报）',
    '名单企业：系统测算未实现，县级认定：实现破零（补充佐证）',
    '营业收入：缺报15家：已催报',
  ])
})
