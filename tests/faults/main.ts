import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { journalRounds } from './journal-rounds.ts'

/** `main.mjs <rounds> <tally file>`: the rounds of the journal alone, in a process of its own each. */
const [rounds = '0', tallyFile = ''] = process.argv.slice(2)
const worker = fileURLToPath(new URL('./worker.mjs', import.meta.url))
const tally = await journalRounds(Number(rounds), worker, Math.random)
await writeFile(tallyFile, JSON.stringify(tally))
