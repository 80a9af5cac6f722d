import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openJournal } from '#main/journal/journal.ts'
import type { Edit } from '#shared/edits/edit.ts'
import type { JournalPosition } from '#shared/ipc/journal-channels.ts'
import { journalPlace } from './journal-place.ts'
import type { Tally } from './tally.ts'

/** Rounds in one folder, so that later ones begin on what earlier kills left behind. */
const ROUNDS_PER_FOLDER = 10
/** The longest a worker lives after it was started; opening takes about the first 300 ms of it. */
const LONGEST_MS = 600

/** Kills a committing process at a random moment, opens the journal and looks for every edit that was called saved. */
export async function journalRounds(rounds: number, worker: string, random: () => number): Promise<Tally> {
  const tally: Tally = { rounds: 0, saved: 0, losses: [] }
  while (tally.rounds < rounds) {
    const root = await mkdtemp(join(tmpdir(), 'pbz-faults-'))
    await mkdir(join(root, '台账'))
    const saved = new Map<string, string>()
    for (let n = 0; n < ROUNDS_PER_FOLDER && tally.rounds < rounds; n += 1) {
      const before = saved.size
      const lived = await runAndKill(worker, root, 100 + random() * LONGEST_MS, saved)
      tally.rounds += 1
      tally.saved += saved.size - before
      const problems = [...(lived ? [] : ['the worker ended by itself']), ...(await missing(root, saved))]
      tally.losses.push(...problems.map((what) => `journal round ${tally.rounds}: ${what}`))
    }
    await rm(root, { recursive: true })
  }
  return tally
}

/** SIGKILL: neither the program nor Node may tidy up. What was said is read to the end; false when it had ended before. */
async function runAndKill(
  worker: string,
  root: string,
  afterMs: number,
  saved: Map<string, string>,
): Promise<boolean> {
  const child = spawn(process.execPath, [worker, root], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const ended = new Promise((done) => child.once('close', (_code, signal) => done(signal)))
  const first = await Promise.race([ended, sleep(afterMs, 'lives')])
  child.kill('SIGKILL')
  await ended
  for (const [, commit, digest] of said.matchAll(/^saved (\S+) (\S+)$/gm)) {
    if (commit !== undefined && digest !== undefined) saved.set(commit, digest)
  }
  return first === 'lives'
}

/** Each lost edit is named once. */
async function missing(root: string, saved: Map<string, string>): Promise<readonly string[]> {
  const opened = await openJournal(journalPlace(root))
  if (!opened.ok) return [`not opened: ${JSON.stringify(opened.error)}`]
  const found = new Map<string, string>()
  for (let after: JournalPosition | null = null, done = false; !done; ) {
    const batch: { edits: Edit[]; next: JournalPosition; done: boolean } | string = await opened.value
      .read(after)
      .then((read) => (read.ok ? read.value : JSON.stringify(read.error)))
    if (typeof batch === 'string') return [`not read: ${batch}`]
    for (const edit of batch.edits) {
      found.set(edit.commit, createHash('sha256').update(JSON.stringify(edit.ops)).digest('hex'))
    }
    after = batch.next
    done = batch.done
  }
  const unexpected = opened.value.opened().repairs.filter(({ kind }) => kind !== 'torn-tail')
  await opened.value.close()
  const lost = [...saved].filter(([commit, digest]) => found.get(commit) !== digest)
  for (const [commit] of lost) saved.delete(commit)
  return [...lost.map(([commit]) => `edit ${commit}`), ...unexpected.map(({ kind }) => `repair ${kind}`)]
}
