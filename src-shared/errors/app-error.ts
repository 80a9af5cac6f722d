import { backupErrors } from './backup-errors.ts'
import { bundleErrors } from './bundle-errors.ts'
import { cliErrors } from './cli-errors.ts'
import { exchangeErrors } from './exchange-errors.ts'
import { fileErrors } from './file-errors.ts'
import { journalErrors } from './journal-errors.ts'
import { keyErrors } from './key-errors.ts'
import { lockErrors } from './lock-errors.ts'
import { packErrors } from './pack-errors.ts'
import { printErrors } from './print-errors.ts'
import { purgeErrors } from './purge-errors.ts'
import { systemErrors } from './system-errors.ts'
import { workbookErrors } from './workbook-errors.ts'

/** Every expected failure and its words: what happened, where, and what to do. */
export const CATALOGUE = {
  ...systemErrors,
  ...fileErrors,
  ...workbookErrors,
  ...journalErrors,
  ...backupErrors,
  ...keyErrors,
  ...lockErrors,
  ...bundleErrors,
  ...exchangeErrors,
  ...packErrors,
  ...purgeErrors,
  ...printErrors,
  ...cliErrors,
}

export interface Message {
  readonly title: string
  readonly advice: string
}

type Catalogue = typeof CATALOGUE
export type ErrorCode = keyof Catalogue
type Details<C extends ErrorCode> = Parameters<Catalogue[C]> extends [infer D] ? D : unknown

/** A code with exactly the details its sentence needs; a code without a sentence does not compile. */
export type AppError = {
  [C in ErrorCode]: {
    readonly code: C
    /** Name of the file the error is about, where its own sentence does not say it (command line). */
    readonly inFile?: string
  } & Details<C>
}[ErrorCode]

/** The same error, with the file it is about. */
export function inFile(error: AppError, fileName: string): AppError {
  return { ...error, inFile: fileName }
}

/** The Chinese sentence for an error. */
export function messageOf(error: AppError): Message {
  const say = CATALOGUE[error.code] as (details: AppError) => Message
  const { title, advice } = say(error)
  return error.inFile === undefined ? { title, advice } : { title: `“${error.inFile}”：${title}`, advice }
}
