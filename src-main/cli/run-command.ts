import { refusalOf } from '#shared/cli/clean-output.ts'
import type { HelpOutput } from '#shared/cli/help-output.ts'
import { type AppError, messageOf } from '#shared/errors/app-error.ts'
import { failedSelfTest } from '../bundles/self-test.ts'
import { parseArguments } from './arguments.ts'
import { clean } from './clean.ts'
import type { Command } from './command.ts'
import { countersignFile } from './countersign.ts'
import { inspect } from './inspect.ts'
import type { CliIo, Outcome } from './io.ts'
import { keygen } from './keygen.ts'
import { pubkey } from './pubkey.ts'
import { report } from './report.ts'
import { verify } from './verify.ts'

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['keygen', keygen],
  ['pubkey', pubkey],
  ['clean', clean],
  ['report', report],
  ['countersign', countersignFile],
  ['verify', verify],
  ['inspect', inspect],
])

const HELP: ReadonlySet<string> = new Set(['help', '--help', '-h'])
const JSON_FLAG = '--json'
const USES_KEYS: ReadonlySet<string> = new Set(['keygen', 'report', 'countersign', 'verify'])

/** The algorithms are tested once per process: the answer cannot change. */
let selfTest: Promise<AppError | null> | undefined

/** Runs one command line (without node and program); answers 0 good, 1 rejected or blocked, 2 wrongly written. */
export async function runCommand(argv: readonly string[], io: CliIo): Promise<0 | 1 | 2> {
  const asJson = argv.includes(JSON_FLAG)
  // A flag of every command may stand before it too.
  const start = argv.findIndex((word) => word !== JSON_FLAG)
  const [name = '', ...rest] = start < 0 ? [] : argv.slice(start)
  const command = COMMANDS.get(name)
  const wantsHelp = HELP.has(name) || (command !== undefined && asksForHelp(rest))
  if (wantsHelp) return help(HELP.has(name) ? rest.find((word) => word !== JSON_FLAG) : name, asJson, io)
  if (command === undefined) {
    const problem = name === '' ? '没有写命令' : `没有命令“${name}”`
    return fail({ code: 'cli.usage', problem, usage: helpText() }, asJson, io)
  }
  const args = parseArguments(command.syntax, rest)
  if (!args.ok) return fail(args.error, asJson, io)
  if (USES_KEYS.has(name)) selfTest ??= failedSelfTest()
  const broken = (await selfTest) ?? null
  if (broken !== null) return fail(broken, asJson, io)
  try {
    const outcome = await command.run(args.value, io)
    return outcome.ok ? answer(outcome.value, asJson, io) : fail(outcome.error, asJson, io)
  } catch (error) {
    // A bug: the sentence is for the user, the trace for whoever mends it.
    const detail = error instanceof Error ? error.name : 'unknown'
    io.tell(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return fail({ code: 'system.unexpected', detail }, asJson, io)
  }
}

function answer(outcome: Outcome, asJson: boolean, io: CliIo): 0 | 1 {
  if (asJson) io.print(JSON.stringify(outcome.json))
  else for (const line of outcome.lines) io.print(line)
  if (outcome.complaint !== undefined) io.tell(outcome.complaint)
  return outcome.exit
}

/** The sentence on standard error; with `--json` also as the one object on standard output. */
function fail(error: AppError, asJson: boolean, io: CliIo): 1 | 2 {
  const { title, advice } = messageOf(error)
  io.tell(`${title}。\n${advice}`)
  if (asJson) io.print(JSON.stringify({ error: refusalOf(error) }))
  return error.code === 'cli.usage' ? 2 : 1
}

const asksForHelp = (words: readonly string[]): boolean => words.includes('--help') || words[0] === '-h'

/** All commands, or the one asked about. */
function help(name: string | undefined, asJson: boolean, io: CliIo): 0 | 2 {
  const one = name === undefined ? null : COMMANDS.get(name)
  if (one === undefined) {
    const unknown: AppError = { code: 'cli.usage', problem: `没有命令“${name}”`, usage: helpText() }
    fail(unknown, asJson, io)
    return 2
  }
  const shown = [...COMMANDS].filter(([each]) => name === undefined || each === name)
  const commands = shown.map(([each, { title, syntax }]) => ({ name: each, title, usage: syntax.usage }))
  const output: HelpOutput = { commands }
  if (asJson) io.print(JSON.stringify(output))
  else io.print(one === null ? helpText() : `${one.title}\n用法：${one.syntax.usage}`)
  return 0
}

function helpText(): string {
  const commands = [...COMMANDS.values()].map(({ title, syntax }) => `  ${syntax.usage}\n      ${title}`)
  return ['破零倍增县区工作台 命令行', '', ...commands, '', '各命令加 --json 只输出一个 JSON 对象。'].join(
    '\n',
  )
}
