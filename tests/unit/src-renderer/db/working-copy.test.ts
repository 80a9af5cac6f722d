import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { createDatabase } from '#renderer/db/database.ts'
import { readMeta, saveAll } from '#renderer/db/working-copy.ts'
import { PAGE_FORMAT } from '#shared/edits/pages.ts'
import { createState } from '#shared/edits/state.ts'

const of = { journal: 'journal-a', head: { count: 0, hash: '0'.repeat(64) } }

test('pages of another format are of no use', async () => {
  const database = createDatabase('台账', { indexedDB: new IDBFactory(), IDBKeyRange })
  await saveAll(database, createState(), of)
  expect(await readMeta(database)).toMatchObject(of)
  await database.meta.update('copy', { format: PAGE_FORMAT - 1 })
  expect(await readMeta(database)).toBeNull()
})
