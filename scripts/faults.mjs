import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { electronBinary, standInEnv } from './steps/electron-runtime.mjs'
import { ensureDependencies } from './steps/ensure-dependencies.mjs'
import { fail, runNode, secondsSince } from './steps/run.mjs'

/**
 * Kills of the whole built program at random moments (PBZ_ROUNDS, 200 when not given), and nine tenths as many of the
 * journal alone in a process of its own. Then every fault of the disk, at every operation and byte, under the journal,
 * exports and backups; fewer bytes of the journal when there are fewer rounds. Every edit that was called saved must be
 * there when it is opened again.
 */
const ROUNDS = Number(process.env.PBZ_ROUNDS ?? '200')
if (!Number.isInteger(ROUNDS) || ROUNDS < 1) fail('PBZ_ROUNDS must be a whole number above 0.')
/** Beside those of the whole program, which kill the journal with it. */
const JOURNAL_ROUNDS = Math.ceil(ROUNDS * 0.9)
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

/** One after the other, beside the whole program, which waits more than it works. */
async function windowless() {
  return [
    await ownRounds('kills', JOURNAL_ROUNDS, 'kills of the journal'),
    await ownRounds('disk', LARGE_STEP, 'disk under the journal'),
    await ownRounds('exports', 0, 'disk under exports'),
    await ownRounds('backups', 1, 'disk under backups'),
  ]
}

async function wholeProgram() {
  const env = { PBZ_PROGRAM_ROUNDS: String(ROUNDS), PBZ_TALLY: join(folder, 'program') }
  const cli = 'node_modules/@playwright/test/cli.js'
  const code = await runNode(cli, ['test', '--config', 'playwright.faults.config.ts'], {
    env: { ...(electronBinary() === null ? standInEnv(false) : {}), ...env },
  })
  return { ...(await tallyOf('program', code)), words: 'kills of the whole program' }
}

const [whole, [kills, ...media]] = await Promise.all([wholeProgram(), windowless()])
await rm(folder, { recursive: true })
const tallies = [kills, whole, ...media]
const losses = tallies.flatMap((tally) => tally.losses)
for (const loss of losses) console.error(`lost: ${loss}`)
const rounds = tallies.reduce((sum, tally) => sum + tally.rounds, 0)
const words = tallies.map((tally) => `${tally.rounds} ${tally.words}`).join(', ')
const saved = `${kills.saved + whole.saved} edits called saved before a kill`
console.log(`faults: ${rounds} rounds (${words}), ${saved}, ${losses.length} losses, ${secondsSince(since)}`)
const isWhole =
  kills.rounds === JOURNAL_ROUNDS && whole.rounds === ROUNDS && media.every((tally) => tally.rounds > 0)
process.exit(losses.length === 0 && isWhole ? 0 : 1)
