import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { electronBinary, standInEnv } from './steps/electron-runtime.mjs'
import { ensureDependencies } from './steps/ensure-dependencies.mjs'
import { fail, runNode, secondsSince } from './steps/run.mjs'

/**
 * Kills at random moments (PBZ_ROUNDS, 200 when not given): nine rounds in ten the journal alone in a process of its
 * own, the tenth the whole built program. Then every fault of the disk, at every operation and byte, under the journal
 * and under exports and backups; fewer bytes of the journal when there are fewer rounds. Every edit that was called saved must be
 * there when it is opened again.
 */
const ROUNDS = Number(process.env.PBZ_ROUNDS ?? '200')
if (!Number.isInteger(ROUNDS) || ROUNDS < 1) fail('PBZ_ROUNDS must be a whole number above 0.')
/** Browser, main and both are killed in turn. */
const PROGRAM_ROUNDS = Math.min(ROUNDS, Math.max(3, Math.ceil(ROUNDS / 10)))
/** Bytes between two cuts of a large write. */
const LARGE_STEP = Math.max(1500, Math.ceil(400_000 / ROUNDS))

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

/** Rounds that need no window, of a kind `main.mjs` knows; `words` for the last line. */
async function ownRounds(kind, number, words) {
  const code = await runNode('out/faults/main.mjs', [kind, String(number), join(folder, kind)])
  return { ...(await tallyOf(kind, code)), words }
}

const kills = await ownRounds('kills', ROUNDS - PROGRAM_ROUNDS, 'kills of the journal')
const disk = await ownRounds('disk', LARGE_STEP, 'disk under the journal')
const exports = await ownRounds('exports', 0, 'disk under exports')
const backups = await ownRounds('backups', 1, 'disk under backups')
const program = { PBZ_PROGRAM_ROUNDS: String(PROGRAM_ROUNDS), PBZ_TALLY: join(folder, 'program') }
const cli = 'node_modules/@playwright/test/cli.js'
const programCode = await runNode(cli, ['test', '--config', 'playwright.faults.config.ts'], {
  env: { ...(electronBinary() === null ? standInEnv(false) : {}), ...program },
})

const whole = { ...(await tallyOf('program', programCode)), words: 'kills of the whole program' }
await rm(folder, { recursive: true })
const tallies = [kills, whole, disk, exports, backups]
const losses = tallies.flatMap((tally) => tally.losses)
for (const loss of losses) console.error(`lost: ${loss}`)
const rounds = tallies.reduce((sum, tally) => sum + tally.rounds, 0)
const words = tallies.map((tally) => `${tally.rounds} ${tally.words}`).join(', ')
const saved = `${kills.saved + whole.saved} edits called saved before a kill`
console.log(`faults: ${rounds} rounds (${words}), ${saved}, ${losses.length} losses, ${secondsSince(since)}`)
const isWhole =
  kills.rounds + whole.rounds === ROUNDS && [disk, exports, backups].every((tally) => tally.rounds > 0)
process.exit(losses.length === 0 && isWhole ? 0 : 1)
