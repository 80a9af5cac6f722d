import { createHash, randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { openJournal } from '#main/journal/journal.ts'
import type { EditDraft } from '#shared/edits/edit.ts'
import { createRecord } from '#shared/edits/operations.ts'
import { journalPlace } from './journal-place.ts'

/**
 * A process that commits edits until it is killed. It says `ready`, then `saved <commit> <sha-256 of its operations>`
 * once the journal has called an edit saved; each line is with the reader before the next step begins.
 */
const [root = ''] = process.argv.slice(2)

/** Every so many edits one comes in chunks, and is longer than a segment. */
const LARGE_EVERY = 3
const LARGE_FIRMS = 900

function say(words: string): void {
  writeSync(1, `${words}\n`)
}

function opsOf(n: number): NonNullable<EditDraft['ops']> {
  const count = n % LARGE_EVERY === 0 ? LARGE_FIRMS : 1 + (n % 5)
  return Array.from({ length: count }, () =>
    createRecord('enterprise', randomUUID(), { name: `样例企业${n}`, note: '备注'.repeat(100) }),
  )
}

const opened = await openJournal(journalPlace(root))
if (!opened.ok) throw new Error(JSON.stringify(opened.error))
const journal = opened.value
say('ready')
for (let n = 1; ; n += 1) {
  const ops = opsOf(n)
  const commit = randomUUID()
  const done = await journal.commit({
    commit,
    seen: journal.opened().clock,
    at: '2021-03-05T08:00:00.000Z',
    by: '李某',
    why: { kind: 'typed' },
    title: `第 ${n} 笔`,
    ops,
  })
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  say(`saved ${commit} ${createHash('sha256').update(JSON.stringify(ops)).digest('hex')}`)
}
