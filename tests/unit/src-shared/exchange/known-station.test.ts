import { expect, test } from 'vitest'
import { FORMER_NAME, predecessorsOf } from '#shared/exchange/known-station.ts'

const clock = { here: 3, before: 2, other: 5 }
const pc = (station: string, former: boolean) =>
  ({ station, standing: 'accepted', former, name: FORMER_NAME }) as const

test('edits of a number this PC had before are given on; those of an accepted PC are its own to give', () => {
  expect(predecessorsOf(clock, 'here', [pc('before', true), pc('other', false)])).toEqual(['before'])
})

test('a PC that only calls itself a former number of this one is another PC', () => {
  expect(predecessorsOf(clock, 'here', [pc('before', false), pc('other', false)])).toEqual([])
})
