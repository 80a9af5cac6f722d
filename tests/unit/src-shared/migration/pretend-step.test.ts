import { beforeEach, describe, expect, test, vi } from 'vitest'
import { nodeBundleCrypto } from '#main/bundles/crypto-suite.ts'
import { verifyFile } from '#main/bundles/verify-file.ts'
import { openJournal } from '#main/journal/journal.ts'
import { segmentName } from '#main/journal/segment-header.ts'
import type { Workspace } from '#renderer/workspace/workspace.ts'
import { sha256Hex } from '#shared/bundle/bundle-crypto.ts'
import { checkBody } from '#shared/bundle/check-body.ts'
import { readBundle } from '#shared/bundle/read-bundle.ts'
import type { Edit } from '#shared/edits/edit.ts'
import { setFields } from '#shared/edits/operations.ts'
import type { Row } from '#shared/records/dictionary.ts'
import { err, ok } from '#shared/result.ts'
import { NOW, signedReport, trust } from '#tests/support/bundle-vectors.ts'
import {
  deskOfRelease,
  type FrozenCopy,
  putCopy,
  releasedFile,
  releasedJson,
} from '#tests/support/release-fixture.ts'
import { value } from '../../src-main/journal/journal-fixture.ts'
import { DeskPc } from '../../src-renderer/workspace/desktop-fixture.ts'

/** The next release pretends that 所在园区 is from now on kept in 主导产品, where the dictionary of today has room. */
vi.mock('#shared/migration/migrations.ts', async (original) => {
  const real = await original<typeof import('#shared/migration/migrations.ts')>()
  const becomes = (park: unknown) => ({ product: park })
  const steps = [{ what: 'park -> product', record: 'enterprise', field: 'park', becomes }]
  return {
    ...real,
    STEPS: steps,
    MIGRATION: 2,
    migrateEdit: (edit: Edit, from: number) => real.migrateEdit(edit, from, steps),
    migrateFields: (record: string, fields: Readonly<Record<string, unknown>>, from: number) =>
      real.migrateFields(record, fields, from, steps),
  }
})

const firm = (workspace: Workspace, id: string) =>
  workspace.records.get('enterprise', id) as Partial<Row<'enterprise'>> | undefined

/** The segments as they lie in the folder; the checkpoint is made anew. */
function bytesOf({ files }: DeskPc): Readonly<Record<string, string>> {
  const segments = files.names().filter((name) => /^journal-\d+\.jsonl/.test(name))
  return Object.fromEntries(segments.map((name) => [name, Buffer.from(files.bytes(name)).toString('base64')]))
}

let pc: DeskPc
beforeEach(async () => {
  pc = await deskOfRelease('v1')
  pc.marker.marker = await releasedJson('v1', 'marker.json')
})

describe('data of v1 under a program of number 2', () => {
  test('is read in the new words, its bytes stay, and new edits go into a segment of the new number', async () => {
    const before = bytesOf(pc)
    const workspace = await pc.started()
    expect([firm(workspace, 'e')?.product, firm(workspace, 'e')?.park]).toEqual(['此处', undefined])
    const ops = [setFields('enterprise', 'e', { park: '新的园区' })]
    value(await workspace.commit({ ops, why: { kind: 'typed' }, title: '改园区' }))
    expect(bytesOf(pc)).toMatchObject(before)
    const added = pc.files.names().filter((name) => !(name in before))
    expect(added.map((name) => pc.files.text(name)).join()).toContain('"migration":2')
    const again = await pc.started()
    expect([firm(again, 'e')?.product, firm(again, 'e')?.park]).toEqual(['此处', '新的园区'])
  })

  test('the working copy of the older number is thrown away and made anew from the journal', async () => {
    await putCopy(pc.database(), await releasedJson<FrozenCopy>('v1', 'working-copy.json'))
    const workspace = await pc.started()
    expect(firm(workspace, 'e')?.product).toBe('此处')
    expect(pc.asked.map(([, request]) => request)).toContainEqual({ after: null })
    expect(await pc.database().meta.get('copy')).toMatchObject({ migration: 2 })
  })

  test('edits of a PC with the older program are taken up in the new words and keep their place in the chain', async () => {
    const other = new DeskPc()
    other.folder = '/另一台'
    const written = await releasedJson<readonly Edit[]>('v1', 'edits.json')
    const journal = await other.opened()
    const answer = value(await journal.takeUpWritten(written.map((edit) => ({ migration: 1, edit }))))
    expect([answer.taken.length, answer.left]).toEqual([written.length, []])
    await journal.close()
    const there = await other.started()
    expect(firm(there, 'e')?.product).toBe('此处')
    expect(there.records.all('enterprise')).toEqual((await pc.started()).records.all('enterprise'))
  })

  test('a signed file of the older number is read in the new words, under the digest of its old ones', async () => {
    const bytes = await releasedFile('v1', 'bundles/report-two-signatures.pbz.json')
    const old = value(readBundle(bytes, nodeBundleCrypto))
    const text = old.file.body.replace('"unit":"平江县","id"', '"unit":"平江县","park":"工业园","id"')
    const bodyBytes = Buffer.from(text, 'utf8')
    const [content] = old.manifest.contents
    if (content === undefined) throw new Error('no contents')
    const sha256 = sha256Hex(nodeBundleCrypto, bodyBytes)
    const contents = [{ ...content, bytes: bodyBytes.length, sha256 }]
    const changed = { ...old, file: { ...old.file, body: text }, bodyBytes }
    const read = (schema: number) =>
      checkBody({ ...changed, manifest: { ...old.manifest, contents, schema } }, nodeBundleCrypto)
    const { product, park } = value(read(1)).records.enterprise[0] ?? {}
    expect([product, park]).toEqual(['工业园', undefined])
    expect(value(read(2)).records.enterprise[0]?.park).toBe('工业园')
    const { verdict } = await verifyFile(bytes, { trust, previous: null, now: NOW, expected: {} })
    expect(verdict.outcome).toBe('accepted')
  })

  test('what is signed from now on carries the new number', async () => {
    const { bytes } = await signedReport()
    const { manifest } = JSON.parse(Buffer.from(bytes).toString('utf8'))
    const payload = JSON.parse(Buffer.from(manifest.payload, 'base64url').toString('utf8'))
    expect(payload.schema).toBe(2)
  })
})

describe('the backup before', () => {
  const open = (beforeMigrating: NonNullable<Parameters<typeof openJournal>[0]['beforeMigrating']>) => {
    const { files, marker, machine, folder } = pc
    return openJournal({ files, marker, machine, folder, newId: () => crypto.randomUUID(), beforeMigrating })
  }

  test('is asked for with the whole journal as it stands, before a byte is written', async () => {
    pc.machine = 'another PC, so that a station is begun at once'
    const before = bytesOf(pc)
    const names: string[] = []
    const journal = value(
      await open(async (old) => {
        const snapshot = value(await old.snapshot())
        expect(bytesOf(pc)).toEqual(before)
        names.push(...snapshot.files.map(({ name }) => name))
        return ok(null)
      }),
    )
    expect(names).toEqual([1, 2, 3, 4].map(segmentName))
    expect(pc.files.names()).toContain(segmentName(5))
    await journal.close()
    let asked = 0
    value(
      await open(async () => {
        asked += 1
        return ok(null)
      }),
    )
    expect(asked).toBe(0)
  })

  test('stops the opening when it cannot be made, and nothing was written', async () => {
    const before = bytesOf(pc)
    pc.machine = 'another PC'
    const error = { code: 'journal.disk-full', folder: '备份' } as const
    expect(await open(async () => err(error))).toEqual({ ok: false, error })
    expect(bytesOf(pc)).toEqual(before)
  })
})
