import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bundleHandlers } from '#main/bundles/bundle-handlers.ts'
import { type FileSystem, nodeFileSystem } from '#main/files/file-system.ts'
import { FileTokens } from '#main/files/file-tokens.ts'
import { bundleChannels } from '#shared/ipc/bundle-channels.ts'
import { body, heading, mustBeOk, NOW, preparer, signedReport, trust } from '#tests/support/bundle-vectors.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pbz-bundles-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function desk(fs: FileSystem = nodeFileSystem) {
  const tokens = new FileTokens(randomBytes)
  const handlers = bundleHandlers({ fs, tokens, dataFolder: () => folder, now: () => NOW, randomBytes })
  const drop = (bytes: Uint8Array) => tokens.issue({ kind: 'bytes', name: 'x(1).pbz.json', bytes })
  return { handlers, drop, tokens }
}

const PASSPHRASE = '岳阳楼记先天下之忧而忧'
const holder = { person: '张示例', role: 'preparer', unit: 'YY-430626' } as const
const chief = { person: '王示例', role: 'reviewer', unit: 'YY-430626' } as const

test('keys, two signatures on one PC, outbox and verification work together', async () => {
  const { handlers } = desk()
  const one = mustBeOk(await handlers['keys:create']({ ...holder, passphrase: PASSPHRASE }))
  const two = mustBeOk(await handlers['keys:create']({ ...chief, passphrase: PASSPHRASE }))
  const listed = mustBeOk(await handlers['keys:list'](null))
  expect([...listed].sort((a, b) => a.role.localeCompare(b.role))).toEqual([one, two])
  const signed = mustBeOk(
    await handlers['bundle:sign']({
      heading,
      body: JSON.stringify(body),
      signer: { kid: one.kid, passphrase: PASSPHRASE },
      countersigner: { kid: two.kid, passphrase: PASSPHRASE },
    }),
  )
  expect(readdirSync(join(folder, 'outbox'))).toEqual([`${signed.identity}.pbz.json`])
  const verdict = mustBeOk(await handlers['bundle:verify']({ token: signed.token }))
  expect(bundleChannels['bundle:verify'].reply.parse(verdict)).toEqual(verdict)
  expect([verdict.outcome, verdict.signatures.map((one) => one.person), verdict.code]).toEqual([
    'accepted',
    ['张示例', '王示例'],
    signed.code,
  ])
  const outbox = mustBeOk(await handlers['bundle:outbox'](null))
  expect(outbox).toEqual([
    { ...signed, token: outbox[0]?.token, period: '2021Q3', seq: 1, createdAt: NOW, signatures: 2 },
  ])
})

test('a wrong passphrase of either signer leaves nothing behind', async () => {
  const { handlers } = desk()
  const one = mustBeOk(await handlers['keys:create']({ ...holder, passphrase: PASSPHRASE }))
  const two = mustBeOk(await handlers['keys:create']({ ...chief, passphrase: PASSPHRASE }))
  const good = { kid: one.kid, passphrase: PASSPHRASE }
  const request = { heading, body: JSON.stringify(body) }
  const wrong = { ok: false, error: { code: 'key.wrong-passphrase' } }
  expect(await handlers['bundle:sign']({ ...request, signer: { ...good, passphrase: '错' } })).toEqual(wrong)
  const countersigner = { kid: two.kid, passphrase: '错' }
  expect(await handlers['bundle:sign']({ ...request, signer: good, countersigner })).toEqual(wrong)
  expect(readdirSync(folder)).toEqual(['keys'])
})

test('a key this PC does not have is told as such', async () => {
  const { handlers } = desk()
  const signer = { kid: preparer.public.kid, passphrase: PASSPHRASE }
  expect(await handlers['bundle:sign']({ heading, body: JSON.stringify(body), signer })).toEqual({
    ok: false,
    error: { code: 'key.not-found' },
  })
})

test.each([
  ['EROFS', 'file.read-only'],
  ['ENOSPC', 'file.disk-full'],
  ['EIO', 'file.vanished'],
])('a folder that answers %s gives a sentence and no file', async (code, expected) => {
  const failing: FileSystem = {
    ...nodeFileSystem,
    createNew: () => Promise.reject(Object.assign(new Error(code), { code })),
  }
  const { handlers } = desk(failing)
  const made = await handlers['keys:create']({ ...holder, passphrase: PASSPHRASE })
  expect(made).toMatchObject({ ok: false, error: { code: expected } })
  expect(readdirSync(join(folder, 'keys'))).toEqual([])
})

test('a foreign file is judged by the given trust list and previous file', async () => {
  const { handlers, drop } = desk()
  const one = await signedReport()
  const next = await signedReport({ seq: 2, previous: one.identity, supersedes: one.identity })
  const trustToken = drop(Buffer.from(JSON.stringify(trust)))
  const verdict = mustBeOk(
    await handlers['bundle:verify']({ token: drop(next.bytes), trustToken, previousToken: drop(one.bytes) }),
  )
  expect([verdict.outcome, verdict.flags]).toEqual(['accepted', []])
  const alone = mustBeOk(await handlers['bundle:verify']({ token: drop(next.bytes) }))
  expect(alone.outcome).toBe('pending-enrolment')
})

test('a bad trust list is refused before anything is judged', async () => {
  const { handlers, drop } = desk()
  const request = { token: drop((await signedReport()).bytes), trustToken: drop(Buffer.from('{}')) }
  expect(await handlers['bundle:verify'](request)).toMatchObject({
    ok: false,
    error: { code: 'bundle.trust-invalid' },
  })
})

test('a countersignature from another PC keeps the identity and replaces the file in the outbox', async () => {
  const { handlers, drop } = desk()
  const reviewer = mustBeOk(await handlers['keys:create']({ ...chief, passphrase: PASSPHRASE }))
  const one = await signedReport()
  const signer = { kid: reviewer.kid, passphrase: PASSPHRASE }
  const signed = mustBeOk(await handlers['bundle:countersign']({ token: drop(one.bytes), signer }))
  expect([signed.identity, signed.code]).toEqual([one.identity, one.code])
  const kept = readFileSync(join(folder, 'outbox', `${one.identity}.pbz.json`), 'utf8')
  expect(JSON.parse(kept).manifest.signatures).toHaveLength(2)
})

test('the outbox lists only files that are what their name says', async () => {
  const { handlers } = desk()
  const one = await signedReport()
  mustBeOk(await handlers['keys:create']({ ...holder, passphrase: PASSPHRASE }))
  const outbox = join(folder, 'outbox')
  await nodeFileSystem.makeFolder(outbox)
  writeFileSync(join(outbox, `${one.identity}.pbz.json`), one.bytes)
  writeFileSync(join(outbox, `${'0'.repeat(64)}.pbz.json`), one.bytes)
  writeFileSync(join(outbox, 'note.txt'), 'x')
  const listed = mustBeOk(await handlers['bundle:outbox'](null))
  expect(listed.map((entry) => entry.identity)).toEqual([one.identity])
})
