import { expect, test } from 'vitest'
import { nodeBundleCrypto } from '#main/bundles/crypto-suite.ts'
import { readExchange } from '#shared/exchange/read-exchange.ts'
import { firm, readAll } from '../journal/journal-fixture.ts'
import { UNIT } from './exchange-fixture.ts'
import { connected, Office, SHARE } from './office.ts'

/** More than a round has steps; a fault that is never reached changes nothing. */
const STEPS = Array.from({ length: 36 }, (_, index) => index + 1)

async function begun() {
  const office = new Office()
  const [one, two] = [await office.pc('one'), await office.pc('two')]
  await connected(one, two)
  await one.write([firm('b')])
  return { office, one, two }
}

/** No file under its final name may be half a file, whatever happened. */
async function expectWholeFiles(office: Office): Promise<void> {
  for (const path of office.filesIn(SHARE).filter((each) => each.endsWith('.pbz.json'))) {
    const bytes = office.fs.files.get(path) ?? new Uint8Array()
    expect([path, (await readExchange(bytes, UNIT, nodeBundleCrypto)).ok]).toEqual([path, true])
  }
}

test.each(['ENOSPC', 'EROFS'])(
  'a share that fails at any step (%s) costs nothing: files are whole, and all follows later',
  async (code) => {
    for (const nth of STEPS) {
      const { office, one, two } = await begun()
      office.fs.fail({ nth, code, bytes: 100 })
      await one.sync()
      office.fs.medium.heal()
      await expectWholeFiles(office)
      await one.write([firm('c')])
      await one.sync()
      await two.round()
      await two.round()
      expect([nth, (await readAll(two.open)).length]).toEqual([nth, (await readAll(one.open)).length])
    }
  },
)

test('a power cut at any step leaves whole files, and the PC goes on under its key or says so', async () => {
  for (const nth of STEPS) {
    for (const names of [false, true]) {
      const { office, one, two } = await begun()
      office.fs.fail({ nth, code: 'power', bytes: 100 })
      await one.sync().catch(() => null)
      office.fs.medium.cutPower({ names, torn: 50 })
      await one.restart()
      await two.restart()
      await one.write([firm('c')])
      const { me } = await one.sync()
      expect([nth, names, me.problem]).toEqual([nth, names, null])
      await two.round()
      await two.round()
      expect([nth, names, (await readAll(two.open)).length]).toEqual([
        nth,
        names,
        (await readAll(one.open)).length,
      ])
    }
  }
})
