import { expect, test } from 'vitest'
import { commit, firm, Pc, readAll, value } from './journal-fixture.ts'

test('after an older copy was put back the station before is known as this PC, also when it is put back again', async () => {
  const pc = new Pc()
  const first = await pc.opened()
  value(await commit(first))
  const backup = pc.files.copy()
  value(await commit(first, [firm('b')]))
  pc.files = backup
  const second = await pc.opened()
  const { station } = first.opened()
  expect(first.opened().earlier).toEqual([])
  expect(second.opened().earlier).toEqual([{ station, here: true }])
  const again = pc.files.copy()
  value(await commit(second, [firm('c')]))
  pc.files = again
  const third = await pc.opened()
  expect(third.opened().earlier).toEqual([
    { station, here: true },
    { station: second.opened().station, here: true },
  ])
  expect((await pc.opened()).opened().earlier).toEqual(third.opened().earlier)
})

test('in a folder copied to another PC the station before is known as that of the folder', async () => {
  const pc = new Pc()
  const journal = await pc.opened()
  value(await commit(journal))
  const copy = new Pc()
  copy.files = pc.files.copy()
  copy.machine = 'machine-2'
  const moved = await copy.opened()
  expect(moved.opened().earlier).toEqual([{ station: journal.opened().station, here: false }])
  expect((await copy.opened()).opened().earlier).toEqual(moved.opened().earlier)
})

test("after a purge, stations before stay known: this PC's as its own, those of the folder from the journal itself", async () => {
  const pc = new Pc()
  const first = await pc.opened()
  value(await commit(first))
  const backup = pc.files.copy()
  value(await commit(first, [firm('b')]))
  pc.files = backup
  const second = await pc.opened()
  value(await commit(second, [firm('c')]))
  value(await second.purge({ ids: ['c'], registers: ['phone'] }))
  await second.close()
  const { station } = first.opened()
  expect((await pc.opened()).opened().earlier).toEqual([{ station, here: true }])
  pc.marker.marker = null
  const [folder] = (await pc.opened()).opened().earlier
  expect(folder).toEqual({ station, here: false })
})

test('edits taken up from a colleague make no station before', async () => {
  const [here, there] = [new Pc(), new Pc()]
  there.folder = '/另一台'
  const journal = await here.opened()
  const other = await there.opened()
  value(await commit(other))
  value(await journal.takeUp(await readAll(other)))
  expect((await here.opened()).opened().earlier).toEqual([])
})
