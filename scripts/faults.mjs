import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { electronBinary, standInEnv } from './steps/electron-runtime.mjs'
import { ensureDependencies } from './steps/ensure-dependencies.mjs'
import { fail, runNode, secondsSince } from './steps/run.mjs'

/**
 * Kills at random moments (PBZ_ROUNDS, 200 when not given): nine rounds in ten the journal alone in a process of its
 * own, the tenth the whole built program. Every edit that was called saved must be there when it is opened again.
 */
const ROUNDS = Number(process.env.PBZ_ROUNDS ?? '200')
if (!Number.isInteger(ROUNDS) || ROUNDS < 1) fail('PBZ_ROUNDS must be a whole number above 0.')
const PROGRAM_ROUNDS = Math.ceil(ROUNDS / 10)

await ensureDependencies()
if ((await runNode('scripts/build.mjs')) !== 0) process.exit(1)
const since = performance.now()
const folder = await mkdtemp(join(tmpdir(), 'pbz-tally-'))

/** What a kind of rounds wrote; rounds that ended without a tally are a loss of their own. */
async function tallyOf(name, code) {
  try {
    const tally = JSON.parse(await readFile(join(folder, name), 'utf8'))
    const losses = code === 0 || tally.losses.length > 0 ? tally.losses : [`${name}: ended with ${code}`]
    return { ...tally, losses }
  } catch {
    return { rounds: 0, saved: 0, losses: [`${name}: ended with ${code} before its rounds were over`] }
  }
}

const journal = join(folder, 'journal')
const journalCode = await runNode('out/faults/main.mjs', [String(ROUNDS - PROGRAM_ROUNDS), journal])
const program = { PBZ_PROGRAM_ROUNDS: String(PROGRAM_ROUNDS), PBZ_TALLY: join(folder, 'program') }
const cli = 'node_modules/@playwright/test/cli.js'
const programCode = await runNode(cli, ['test', '--config', 'playwright.faults.config.ts'], {
  env: { ...(electronBinary() === null ? standInEnv(false) : {}), ...program },
})

const tallies = [await tallyOf('journal', journalCode), await tallyOf('program', programCode)]
await rm(folder, { recursive: true })
const losses = tallies.flatMap((tally) => tally.losses)
for (const loss of losses) console.error(`lost: ${loss}`)
const [rounds, saved] = [tallies, tallies].map((all, at) =>
  all.reduce((sum, tally) => sum + (at === 0 ? tally.rounds : tally.saved), 0),
)
const kinds = `${tallies[0].rounds} journal, ${tallies[1].rounds} whole program`
console.log(
  `faults: ${rounds} rounds (${kinds}), ${saved} edits called saved, ${losses.length} losses, ${secondsSince(since)}`,
)
process.exit(losses.length === 0 && rounds === ROUNDS ? 0 : 1)
