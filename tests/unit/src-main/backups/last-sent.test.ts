import { beforeEach, expect, it } from 'vitest'
import { takeLastSent } from '#main/backups/last-sent.ts'
import { bundleFolder } from '#main/bundles/bundle-folder.ts'
import { Outbox } from '#main/bundles/outbox.ts'
import { messageOf } from '#shared/errors/app-error.ts'
import { forge } from '#tests/support/bundle-forge.ts'
import { preparer, signedReport, UNIT } from '#tests/support/bundle-vectors.ts'
import { FaultyFileSystem } from '#tests/support/faulty-file-system.ts'
import { value } from '../journal/journal-fixture.ts'
import { namesOn } from './backup-fixture.ts'

let fs: FaultyFileSystem
let outbox: Outbox
beforeEach(() => {
  fs = new FaultyFileSystem('/', '/台账')
  outbox = new Outbox(bundleFolder(fs, '/台账/outbox', 10, namesOn(fs)))
})

const receipt = (change: object = {}) =>
  forge({
    manifest: { kind: 'receipt', from: 'YY-430600', to: UNIT, period: null, ...change },
    signers: [{ key: preparer, header: { typ: 'pbz-receipt+json' } }],
  })

it('a sent report of this unit is verified and kept, and says where the chain goes on', async () => {
  const { bytes, identity } = await signedReport()
  const taken = value(await takeLastSent(bytes, 'x(1).pbz.json', UNIT, outbox))
  expect(taken).toMatchObject({ file: { identity, seq: 1, period: '2021Q3' }, supersedes: null })
  expect(taken.station).not.toBe('')
  expect(Buffer.from(fs.files.get(`/台账/outbox/${identity}.pbz.json`) ?? [])).toEqual(Buffer.from(bytes))
})

it('a file of another unit, a changed one and something else are refused, and nothing is kept', async () => {
  const { bytes } = await signedReport()
  const changed = Buffer.from(bytes)
  const at = changed.indexOf('"signature":"') + 20
  changed[at] = changed[at] === 65 ? 66 : 65
  const codes: string[] = []
  for (const [file, unit] of [
    [bytes, 'YY-430681'],
    [changed, UNIT],
    [Buffer.from('{}'), UNIT],
  ] as const) {
    const taken = await takeLastSent(file, 'x.pbz.json', unit, outbox)
    codes.push(taken.ok ? 'taken' : taken.error.code)
  }
  expect(codes[0]).toBe('backup.not-ours')
  expect(codes).not.toContain('taken')
  expect(fs.files.size).toBe(0)
})

it('a 回执 leads to the report it answers, when that one is in the 发件箱', async () => {
  const sent = await signedReport()
  const answer = receipt({ repliesTo: sent.identity })
  const none = await takeLastSent(answer, 'r.pbz.json', UNIT, outbox)
  expect(none).toMatchObject({ error: { code: 'backup.answered-missing' } })
  const words = none.ok ? null : messageOf(none.error)
  expect(words?.title).toContain('不在发件箱里')
  expect(words?.advice).toContain('市级留存')
  value(await outbox.keep(sent))
  expect(value(await takeLastSent(answer, 'r.pbz.json', UNIT, outbox)).file.identity).toBe(sent.identity)
})
