import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { backupDiskRounds } from './disk/backup-disk-rounds.ts'
import { exportDiskRounds } from './disk/export-disk-rounds.ts'
import { journalDiskRounds } from './disk/journal-disk-rounds.ts'
import { journalRounds } from './journal-rounds.ts'
import type { Tally } from './tally.ts'

/**
 * `main.mjs <kind> <number> <tally file>`. `kills`: so many rounds of the journal alone, in a process of its own each;
 * `disk`: every fault of the disk under the journal, large writes cut at every so many bytes, others at every byte or,
 * when there are few rounds, in the same measure fewer; `exports`: under exports; `backups`: under backups, files cut at
 * every so many bytes.
 */
const [kind = '', number = '0', tallyFile = ''] = process.argv.slice(2)
const worker = fileURLToPath(new URL('./worker.mjs', import.meta.url))

const KINDS: Readonly<Record<string, () => Promise<Tally>>> = {
  kills: () => journalRounds(Number(number), worker, Math.random),
  disk: () =>
    journalDiskRounds({ every: Math.max(1, Math.round(Number(number) / 2000)), everyLarge: Number(number) }),
  exports: exportDiskRounds,
  backups: () => backupDiskRounds(Number(number)),
}

const tally = await KINDS[kind]?.()
if (tally === undefined) throw new Error(`no such kind: ${kind}`)
await writeFile(tallyFile, JSON.stringify(tally))
