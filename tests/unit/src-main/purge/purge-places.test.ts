import { expect, test } from 'vitest'
import { purgeHandlers } from '#main/purge/purge-handlers.ts'
import { type PurgePlacesDeps, sweepScraps } from '#main/purge/purge-places.ts'
import { purgeChannels } from '#shared/ipc/purge-channels.ts'
import { Office, type OfficePc } from '../exchange/office.ts'
import { value } from '../journal/journal-fixture.ts'

const BYTES = Uint8Array.of(1)
const never = () => () => undefined

function placesOf(office: Office, pc: OfficePc): PurgePlacesDeps {
  return {
    fs: office.fs,
    names: office.names,
    stations: `/${pc.name}/stations`,
    dataFolder: () => pc.disk.folder,
    journal: () => pc.journal,
    after: never,
  }
}

async function look(deps: PurgePlacesDeps) {
  return purgeChannels['purge:places'].reply.parse(value(await purgeHandlers(deps)['purge:places'](null)))
}

test('nothing is there to be named in a new data folder', async () => {
  const office = new Office()
  const pc = await office.pc('甲')
  const deps = placesOf(office, pc)
  expect(await look(deps)).toEqual({ received: 0, keptFolders: 0, scraps: 0, share: 'none', sharesBefore: 0 })
  expect(await purgeHandlers({ ...deps, journal: () => null })['purge:places'](null)).toMatchObject({
    ok: false,
    error: { code: 'journal.not-open' },
  })
})

test('they are told after the purge too, which has closed the journal, but not of another folder', async () => {
  const office = new Office()
  const pc = await office.pc('甲')
  let [folder, isOpen] = [pc.disk.folder, true]
  const deps = placesOf(office, pc)
  const handlers = purgeHandlers({
    ...deps,
    dataFolder: () => folder,
    journal: () => (isOpen ? deps.journal() : null),
  })
  const before = value(await handlers['purge:places'](null))
  isOpen = false
  expect(value(await handlers['purge:places'](null))).toEqual(before)
  folder = '/another'
  expect(await handlers['purge:places'](null)).toMatchObject({ error: { code: 'journal.not-open' } })
})

test('received files, folders from before a restore and scraps are counted; scraps are swept, and nothing else', async () => {
  const office = new Office()
  const pc = await office.pc('甲')
  const data = pc.disk.folder
  for (const folder of ['journal', 'exchange', 'outbox', 'backups', 'keys', '恢复前-2021-10-08-010000'])
    office.fs.medium.putFolder(`${data}/${folder}`)
  const kept = [
    `${data}/exchange/aa.pbz.json`,
    `${data}/outbox/bb.pbz.json`,
    `${data}/恢复前-2021-10-08-010000/journal.jsonl`,
  ]
  const scraps = ['', 'exchange/', 'outbox/', 'backups/', 'keys/', 'journal/'].map(
    (folder) => `${data}/${folder}.pbz-0123456789ab.tmp`,
  )
  scraps.push(`${data}/journal/journal-000001.torn`)
  for (const path of [...kept, ...scraps]) office.fs.files.set(path, BYTES)
  const deps = placesOf(office, pc)
  expect(await look(deps)).toMatchObject({ received: 1, keptFolders: 1, scraps: 7 })
  expect(await sweepScraps(deps)).toBe(0)
  expect(office.filesIn(data)).toEqual(kept.toSorted())
})

test('a scrap that cannot be removed is counted as left', async () => {
  const office = new Office()
  const pc = await office.pc('甲')
  office.fs.files.set(`${pc.disk.folder}/.pbz-0123456789ab.tmp`, BYTES)
  office.fs.failAt('remove', 'EBUSY')
  expect(await sweepScraps(placesOf(office, pc))).toBe(1)
})

test('the share is there, away or hanging; folders of stations before are counted, those of a PC in use are not', async () => {
  const office = new Office()
  const pc = await office.pc('甲')
  await pc.share()
  await pc.write()
  await pc.sync()
  const deps = placesOf(office, pc)
  expect(await look(deps)).toMatchObject({ share: 'there', sharesBefore: 0 })
  const backup = pc.disk.files.copy()
  await pc.write()
  pc.disk.files = backup
  await pc.restart()
  await pc.sync()
  expect(await look(deps)).toMatchObject({ share: 'there', sharesBefore: 1 })
  office.shareAway = true
  expect(await look(deps)).toMatchObject({ share: 'away', sharesBefore: 0 })
  office.shareAway = false
  const hanging: PurgePlacesDeps = {
    ...deps,
    names: (folder) => (folder.startsWith('/share') ? new Promise(() => undefined) : office.names(folder)),
    after: (_ms, run) => {
      queueMicrotask(run)
      return () => undefined
    },
  }
  expect((await look(hanging)).share).toBe('away')
})
