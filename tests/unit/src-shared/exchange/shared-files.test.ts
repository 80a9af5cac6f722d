import { expect, test } from 'vitest'
import { planSharing, type SharedFile } from '#shared/exchange/shared-files.ts'

const STATION = 'a'.repeat(32)

function files(...bytes: readonly number[]): SharedFile[] {
  return bytes.map((length, at) => ({
    name: `${at + 1}.pbz.json`,
    before: at === 0 ? {} : { [STATION]: at },
    after: { [STATION]: at + 1 },
    bytes: length,
  }))
}

const standing = (list: readonly SharedFile[]) => new Map(list.map(({ name, bytes }) => [name, bytes]))

test('goes on behind the last file', () => {
  const all = files(10, 10)
  expect(planSharing(all, standing(all))).toEqual({ after: { [STATION]: 2 }, replaced: [], kept: all })
  expect(planSharing([], new Map())).toEqual({ after: {}, replaced: [], kept: [] })
})

test('writes everything anew when a file is gone or cut short', () => {
  const all = files(10, 10)
  const anew = { after: {}, replaced: all, kept: [] }
  expect(planSharing(all, standing(all.slice(1)))).toEqual(anew)
  expect(planSharing(all, new Map([...standing(all), ['1.pbz.json', 5]]))).toEqual(anew)
})

test('puts many small files together and leaves large ones alone', () => {
  const all = files(2_000_000, ...Array.from({ length: 41 }, () => 10))
  expect(planSharing(all, standing(all))).toEqual({
    after: { [STATION]: 1 },
    replaced: all.slice(1),
    kept: all.slice(0, 1),
  })
  const fewer = all.slice(0, 41)
  expect(planSharing(fewer, standing(fewer)).replaced).toEqual([])
})
