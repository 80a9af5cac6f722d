import { expect, it } from 'vitest'
import { isSameReport } from '#shared/report/same-report.ts'
import { body } from '#tests/support/bundle-vectors.ts'

it('is the same report whatever the order of its members and whatever was explained', () => {
  const { period, ...rest } = structuredClone(body)
  const explained = { subject: 'check:no-activity', computed: null, stated: null, reason: '疫情' }
  const overrides = [...body.overrides, explained]
  expect(isSameReport(body, { ...rest, overrides, period })).toBe(true)
})

it('is another report when the reason of a stated number, which paper prints, differs', () => {
  const stated = (reason: string) => {
    const override = { subject: 'figure:grants.cumulative', computed: 1, stated: 9, reason }
    return { ...body, overrides: [override] }
  }
  expect(isSameReport(stated('知识产权局公布数'), stated('知识产权局公布数'))).toBe(true)
  expect(isSameReport(stated('知识产权局公布数'), stated('市场监管局公布数'))).toBe(false)
})

it('is another report when a record, a number, the unit or the contacts differ, and when it is no report', () => {
  const others = [
    { ...body, records: { ...body.records, activity: [] } },
    { ...body, figures: body.figures.slice(1) },
    { ...body, unit: { ...body.unit, reviewer: '测试审核人' } },
    { ...body, contacts: 'included' },
    {},
    null,
  ]
  expect(others.filter((other) => isSameReport(body, other))).toEqual([])
  expect(isSameReport(null, null)).toBe(false)
})
