import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import type { Arguments, CommandSyntax } from './arguments.ts'
import type { CliIo, Outcome } from './io.ts'

/** One command of `pbz`. */
export interface Command {
  /** What it does, for the list of commands. */
  readonly title: string
  readonly syntax: CommandSyntax
  run(args: Arguments, io: CliIo): Promise<Result<Outcome, AppError>>
}
