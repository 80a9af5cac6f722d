import { parseArgs } from 'node:util'
import type { AppError } from '#shared/errors/app-error.ts'
import { err, ok, type Result } from '#shared/result.ts'

/** How a command is written; `usage` is shown when it is written otherwise. */
export interface CommandSyntax {
  readonly usage: string
  /** Names of what stands without `--`, all required. */
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, 'required' | 'optional' | 'flag'>>
}

/** The words of one command line, checked against the syntax. */
export interface Arguments {
  /** A positional or required option; asking for another name is a bug. */
  get(name: string): string
  find(name: string): string | undefined
  has(flag: string): boolean
  /** A `cli.usage` error with this command's usage. */
  misused(problem: string): AppError
}

/** Checks the words after the command's name; every deviation is a `cli.usage` error. */
export function parseArguments(syntax: CommandSyntax, argv: readonly string[]): Result<Arguments, AppError> {
  const kinds: Readonly<Record<string, string>> = { ...syntax.options, json: 'flag' }
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  const misused = (problem: string): AppError => ({ code: 'cli.usage', problem, usage: syntax.usage })
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const values = new Map<string, string>()
  const free: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') free.push(token.value)
    if (token.kind !== 'option') continue
    const kind = Object.hasOwn(kinds, token.name) ? kinds[token.name] : undefined
    if (kind === undefined) return err(misused(`不认识选项 ${token.rawName}`))
    if (values.has(token.name)) return err(misused(`${token.rawName} 写了两次`))
    if (kind === 'flag' && token.value !== undefined) return err(misused(`${token.rawName} 后面不带内容`))
    if (kind !== 'flag' && isMissing(token.value, token.inlineValue === true))
      return err(misused(`${token.rawName} 后面缺内容`))
    values.set(token.name, token.value ?? '')
  }
  const problem = shapeProblem(syntax, values, free)
  if (problem !== null) return err(misused(problem))
  syntax.positionals.forEach((name, at) => {
    values.set(name, free[at] ?? '')
  })
  return ok(argumentsOf(values, misused))
}

/** `--out --json` means that the value was forgotten. */
function isMissing(value: string | undefined, isInline: boolean): boolean {
  return value === undefined || value === '' || (!isInline && value.startsWith('--'))
}

function shapeProblem(
  syntax: CommandSyntax,
  values: ReadonlyMap<string, string>,
  free: readonly string[],
): string | null {
  const absent = Object.entries(syntax.options).find(
    ([name, kind]) => kind === 'required' && !values.has(name),
  )
  if (absent !== undefined) return `缺少 --${absent[0]}`
  if (free.length < syntax.positionals.length) return `缺少 ${syntax.positionals[free.length]}`
  const extra = free[syntax.positionals.length]
  return extra === undefined ? null : `多余的内容“${extra}”`
}

function argumentsOf(values: ReadonlyMap<string, string>, misused: (problem: string) => AppError): Arguments {
  return {
    get: (name) => {
      const value = values.get(name)
      if (value === undefined) throw new Error(`the syntax has no required ${name}`)
      return value
    },
    find: (name) => values.get(name),
    has: (flag) => values.has(flag),
    misused,
  }
}
