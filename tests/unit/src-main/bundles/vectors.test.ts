import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readTrust, verifyFile } from '#main/bundles/verify-file.ts'
import { bundleVectors, mustBeOk, NOW } from '#tests/support/bundle-vectors.ts'

const stored = (name: string) =>
  readFileSync(new URL(`../../../fixtures/bundles/${name}`, import.meta.url), 'utf8')

test('the published vectors are what we make today, byte for byte', async () => {
  for (const [name, text] of await bundleVectors())
    expect({ name, text: stored(name) }).toEqual({ name, text })
})

test('the published files verify under the published trust list', async () => {
  const trust = mustBeOk(readTrust(Buffer.from(stored('trust.json'))))
  const expected = JSON.parse(stored('expected.json'))
  for (const name of ['report-one-signature', 'report-two-signatures', 'report-corrected']) {
    const file = `${name}.pbz.json`
    const context = { trust, previous: null, now: NOW, expected: {} }
    const { verdict } = await verifyFile(Buffer.from(stored(file)), context)
    const { outcome, identity, code } = verdict
    expect({ outcome, identity, code, name: verdict.name }).toEqual({
      outcome: 'accepted',
      ...expected[file],
    })
  }
})
