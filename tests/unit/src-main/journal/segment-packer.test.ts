import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test, vi } from 'vitest'
import type { Journal } from '#main/journal/journal.ts'
import { packSegment } from '#main/journal/segment-packer.ts'
import { SegmentStore } from '#main/journal/segment-store.ts'
import { commit, firm, Pc, readAll, value } from './journal-fixture.ts'

const SEGMENT_1 = 'journal-000001.jsonl'
const PACKED_1 = `${SEGMENT_1}.gz`

/** A journal of several segments, none of them compressed. */
async function pcWith(edits: number) {
  const pc = new Pc()
  pc.pace = { segmentBytes: 900 }
  const journal = await pc.opened()
  for (let n = 0; n < edits; n += 1) value(await commit(journal, [firm(`f${n}`)]))
  return { pc, journal }
}

const segmentsOf = (pc: Pc) => pc.files.names().filter((name) => name.startsWith('journal-'))

/** Everything there is to read of a journal, in every way there is to read it. */
async function allOf(journal: Journal) {
  const files = await Promise.all(value(await journal.snapshot()).files.map((file) => file.read()))
  return {
    edits: await readAll(journal),
    written: value(await journal.written({})),
    files: files.map((bytes) => Buffer.from(bytes).toString('utf8')),
  }
}

describe('closed segments', () => {
  test('are compressed beside the commits; the one being written is not, and everything reads the same', async () => {
    const { pc, journal } = await pcWith(4)
    const plain = await allOf(journal)
    const names = segmentsOf(pc)
    await journal.close()
    pc.pace = { ...pc.pace, compressesClosed: true }
    const again = await pc.opened()
    const last = names.at(-1)
    await vi.waitFor(() => {
      expect(segmentsOf(pc).filter((name) => !name.endsWith('.gz'))).toEqual([last])
    })
    expect(segmentsOf(pc).length).toBe(names.length)
    expect(await allOf(again)).toEqual(plain)
    expect(gunzipSync(pc.files.bytes(PACKED_1)).toString()).toBe(plain.files[0])
    for (const id of ['x', 'y', 'z']) value(await commit(again, [firm(id)]))
    await again.close()
    pc.files.cutPower()
    const third = await pc.opened()
    expect(third.opened()).toEqual({ ...again.opened(), repairs: [] })
    expect((await readAll(third)).length).toBe(7)
  })

  test('are read from end to end without a checkpoint too', async () => {
    const { pc, journal } = await pcWith(4)
    const plain = await allOf(journal)
    await packAll(pc)
    expect(pc.files.names()).not.toContain('checkpoint.json')
    expect(await allOf(await pc.opened())).toEqual(plain)
  })

  test('are opened from a checkpoint without being unpacked', async () => {
    const { pc, journal } = await pcWith(4)
    await journal.close()
    await packAll(pc)
    pc.files.put(PACKED_1, noiseInside(pc.files.bytes(PACKED_1)))
    expect((await pc.opened()).opened().head.count).toBe(4)
  })

  test('left compressed as the last ones are followed by a new segment', async () => {
    const { pc, journal } = await pcWith(4)
    const last = segmentsOf(pc).at(-1) ?? ''
    pc.files.put(`${last}.gz`, gzipSync(pc.files.bytes(last)))
    await pc.files.remove(last)
    pc.pace = {}
    const again = await pc.opened()
    expect(again.opened()).toEqual({ ...journal.opened(), repairs: [] })
    value(await commit(again, [firm('x')]))
    expect(await readAll(await pc.opened())).toHaveLength(5)
  })

  test('stand twice after a crash: the plain one counts, and the other is made anew', async () => {
    const { pc, journal } = await pcWith(4)
    const plain = await allOf(journal)
    pc.files.put(PACKED_1, gzipSync('{"kind":"header"}\n'))
    const again = await pc.opened()
    expect(await allOf(again)).toEqual(plain)
    await packSegment(new SegmentStore(pc.files), 1)
    expect(pc.files.names()).not.toContain(SEGMENT_1)
    expect(await allOf(await pc.opened())).toEqual(plain)
  })

  test('keep their plain file when the compressed one does not give the same bytes', async () => {
    const { pc } = await pcWith(4)
    const before = pc.files.text(SEGMENT_1)
    const read = pc.files.read.bind(pc.files)
    vi.spyOn(pc.files, 'read').mockImplementation(async (name, from, to) => {
      const bytes = await read(name, from, to)
      return name.includes('.gz') ? new Uint8Array(noiseInside(bytes)) : bytes
    })
    await expect(packSegment(new SegmentStore(pc.files), 1)).rejects.toThrow()
    expect(pc.files.text(SEGMENT_1)).toBe(before)
    expect(pc.files.names()).not.toContain(PACKED_1)
  })

  test('keep their plain file when another PC puts something else in place of the compressed one', async () => {
    const { pc } = await pcWith(4)
    const rename = pc.files.rename.bind(pc.files)
    vi.spyOn(pc.files, 'rename').mockImplementation(async (from, to) => {
      await rename(from, to)
      pc.files.put(to, pc.files.bytes(to).slice(0, 60))
    })
    await packSegment(new SegmentStore(pc.files), 1)
    expect(pc.files.names()).toContain(SEGMENT_1)
  })

  test('keep their plain file until the next start where a folder cannot be synced', async () => {
    const { pc } = await pcWith(4)
    const files = Object.assign(pc.files, { namesLast: () => false })
    await packSegment(new SegmentStore(files), 1)
    expect(pc.files.names()).toEqual(expect.arrayContaining([SEGMENT_1, `${SEGMENT_1}.gz`]))
    await packSegment(new SegmentStore(files), 1)
    expect(pc.files.names()).not.toContain(SEGMENT_1)
    expect(pc.files.names()).toContain(`${SEGMENT_1}.gz`)
  })

  test('that cannot be compressed stay as they are, and nobody is told', async () => {
    const { pc, journal } = await pcWith(4)
    const plain = await allOf(journal)
    await journal.close()
    pc.pace = { ...pc.pace, compressesClosed: true }
    pc.files.failNext({ on: 'create', code: 'ENOSPC' }, { on: 'create', code: 'EROFS' })
    const again = await pc.opened()
    await again.close()
    expect(await allOf(await pc.opened())).toEqual(plain)
  })

  test.each([
    ['a changed byte', (bytes: Uint8Array) => noiseInside(bytes)],
    ['a missing end', (bytes: Uint8Array) => bytes.slice(0, -6)],
    ['nothing in it', () => new Uint8Array()],
  ])('with %s are damaged, and the file is named', async (_, change) => {
    const { pc, journal } = await pcWith(4)
    await packAll(pc)
    pc.files.put(PACKED_1, change(pc.files.bytes(PACKED_1)))
    const opened = await pc.open()
    expect(opened.ok ? null : opened.error).toMatchObject({ code: 'journal.damaged' })
    expect(opened.ok ? '' : JSON.stringify(opened.error)).toContain(SEGMENT_1)
    expect(await journal.read(null)).toMatchObject({ error: { code: 'journal.damaged', file: PACKED_1 } })
  })
})

async function packAll(pc: Pc) {
  const store = new SegmentStore(pc.files)
  for (const segment of (await store.numbers()).slice(0, -1)) await packSegment(store, segment)
}

function noiseInside(bytes: Uint8Array): Uint8Array {
  const changed = bytes.slice()
  const at = Math.floor(bytes.length / 2)
  changed[at] = (changed[at] ?? 0) ^ 0xff
  return changed
}
