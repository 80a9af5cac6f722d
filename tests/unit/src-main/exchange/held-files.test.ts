import { expect, test } from 'vitest'
import { HeldFiles, type WaitingFile } from '#main/exchange/held-files.ts'

const MEGABYTE = 1024 * 1024

/** A file of a key whose own edits run from `from` to `from + 1`; nothing else of it matters here. */
function file(kid: string, seq: number, megabytes: number, from = seq - 1): WaitingFile {
  const station = `station-${kid}`
  const body = { station, before: { [station]: from }, after: { [station]: from + 1 } }
  const manifest = { seq, createdAt: '2021-03-05T08:00:00.000Z' }
  const bytes = megabytes * MEGABYTE
  return { mark: `${kid}/${seq}`, byHand: false, bytes, signer: { kid }, manifest, body } as never
}

function heldBytes(held: HeldFiles): number {
  return held.all().reduce((sum, { bytes }) => sum + bytes, 0) / MEGABYTE
}

test('keys nobody has judged hold little, however many files and keys there are', () => {
  const held = new HeldFiles()
  for (let key = 0; key < 300; key += 1)
    for (let seq = 1; seq <= 3; seq += 1) held.add(file(`k${key}`, seq, 8), false)
  expect(heldBytes(held)).toBe(32)
  expect(held.of('k0').map(({ manifest }) => manifest.seq)).toEqual([1])
  expect(held.notedOf('k0').map(({ seq }) => seq)).toEqual([2, 3])
  const small = new HeldFiles()
  for (let key = 0; key < 300; key += 1) small.add(file(`k${key}`, 1, 0.001), false)
  expect(small.kids()).toHaveLength(50)
})

test('small files of a newcomer are held together, so that all of it can be looked at', () => {
  const held = new HeldFiles()
  for (let seq = 1; seq <= 40; seq += 1) held.add(file('new', seq, 0.01), false)
  expect(held.of('new')).toHaveLength(40)
})

test('an accepted PC holds so much, all of them so much, and each at least one file', () => {
  const held = new HeldFiles()
  for (const kid of ['a', 'b', 'c', 'd', 'e'])
    for (let seq = 1; seq <= 10; seq += 1) held.add(file(kid, seq, 8), true)
  expect(held.of('a').map(({ manifest }) => manifest.seq)).toEqual([1, 2, 3, 4])
  expect(held.of('e').map(({ manifest }) => manifest.seq)).toEqual([1])
  expect(heldBytes(held)).toBeLessThanOrEqual(128)
})

test('what comes first takes the place of what waits for it, in whatever order the files came', () => {
  const held = new HeldFiles()
  for (const seq of [8, 7, 6, 5, 4, 3, 2, 1]) held.add(file('a', seq, 16), true)
  expect(
    held
      .of('a')
      .map(({ manifest }) => manifest.seq)
      .toSorted(),
  ).toEqual([1, 2])
  const [next, last] = [held.noted('a/3'), held.noted('a/8')]
  if (next === null || last === null) throw new Error('noted')
  expect(held.hasRoom(next, true)).toBe(false)
  held.drop('a/1')
  expect([held.hasRoom(next, true), held.hasRoom({ ...last, bytes: 40 * MEGABYTE }, true)]).toEqual([
    true,
    false,
  ])
  // Written anew: the number is higher, the edits are those the others wait for.
  held.add(file('a', 9, 16, 0), true)
  expect(held.has('a/9')).toBe(true)
})
