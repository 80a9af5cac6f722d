import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { nodeMarkerStore } from '#main/journal/node-marker-store.ts'
import type { StationMarker } from '#main/journal/station-marker.ts'
import { FaultyFileSystem } from '#tests/support/faulty-file-system.ts'

function marker(count: number): StationMarker {
  const head = { count, hash: 'a'.repeat(64) }
  return { machine: 'm', folder: '/台账', journal: randomUUID(), station: 'a'.repeat(32), head }
}

test('what was remembered is remembered after a power cut, the folder made for it too', async () => {
  const fs = new FaultyFileSystem('/user')
  const store = nodeMarkerStore('/user/stations', '/台账', fs)
  const [first, second] = [marker(1), marker(2)]
  await store.save(first)
  fs.medium.cutPower({})
  expect(await store.load()).toEqual(first)
  await store.save(second)
  fs.medium.cutPower({})
  expect(await store.load()).toEqual(second)
  await store.forget()
  expect(await store.load()).toBe(null)
})

test('a power cut at any step of remembering leaves what was remembered before, or the new', async () => {
  for (let steps = 1; steps < 12; steps += 1) {
    const fs = new FaultyFileSystem('/user')
    const store = nodeMarkerStore('/user/stations', '/台账', fs)
    const [first, second] = [marker(1), marker(2)]
    await store.save(first)
    fs.fail({ code: 'power', nth: steps })
    await store.save(second).catch(() => null)
    // A name may reach the device before its bytes, unless those were synced before the rename.
    fs.medium.cutPower({ names: true })
    expect([first, second]).toContainEqual(await store.load())
    await store.save(second)
    expect(await store.load()).toEqual(second)
  }
})
