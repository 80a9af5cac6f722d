import { describe, expect, test } from 'vitest'
import { openKeyFile } from '#main/bundles/key-file.ts'
import { readTrust, verifyFile } from '#main/bundles/verify-file.ts'
import { MIGRATION } from '#shared/migration/migrations.ts'
import { mustBeOk, NOW } from '#tests/support/bundle-vectors.ts'
import {
  deskOfRelease,
  type FrozenCopy,
  putCopy,
  releasedFile,
  releasedJson,
  releases,
  tellAll,
} from '#tests/support/release-fixture.ts'

describe.each(releases())('data of %s under the program of today', (release) => {
  test('the journal tells exactly what it told then, and no byte of it is changed', async () => {
    const pc = await deskOfRelease(release)
    const segments = pc.files.names().filter((name) => /^journal-\d+\.jsonl/.test(name))
    const before = segments.map((name) => pc.files.bytes(name))
    const workspace = await pc.started()
    expect(tellAll(workspace)).toEqual(await releasedJson(release, 'expected.json'))
    expect(segments.map((name) => pc.files.bytes(name))).toEqual(before)
  })

  test('the working copy tells the same, without the journal when it is of the same number', async () => {
    const pc = await deskOfRelease(release)
    pc.marker.marker = await releasedJson(release, 'marker.json')
    await putCopy(pc.database(), await releasedJson<FrozenCopy>(release, 'working-copy.json'))
    const workspace = await pc.started()
    expect(tellAll(workspace)).toEqual(await releasedJson(release, 'expected.json'))
    // Once to prove that the copy is an ancestor, once for what came after it: nothing is read from the beginning.
    if (release === `v${MIGRATION}`)
      expect(
        pc.asked.filter(([channel]) => channel === 'journal:read').map(([, request]) => request),
      ).not.toContainEqual({
        after: null,
      })
  })

  test('signed files verify under their trust list, and the key file opens', async () => {
    const trust = mustBeOk(readTrust(await releasedFile(release, 'bundles/trust.json')))
    const expected = await releasedJson<Record<string, object>>(release, 'bundles/expected.json')
    for (const name of Object.keys(expected).filter((file) => file.endsWith('.pbz.json'))) {
      const context = { trust, previous: null, now: NOW, expected: {} }
      const { verdict } = await verifyFile(await releasedFile(release, `bundles/${name}`), context)
      const { outcome, identity, code } = verdict
      expect({ outcome, identity, code, name: verdict.name }).toEqual({
        outcome: 'accepted',
        ...expected[name],
      })
    }
    const { passphrase = '', kid } = expected['key-file-preparer.json'] as {
      passphrase?: string
      kid: string
    }
    const key = mustBeOk(
      await openKeyFile(await releasedFile(release, 'bundles/key-file-preparer.json'), passphrase),
    )
    expect(key.public.kid).toBe(kid)
  })
})
