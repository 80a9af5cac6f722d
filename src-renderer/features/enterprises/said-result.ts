import type { AppError } from '#shared/errors/app-error.ts'
import { err, type Result } from '#shared/result.ts'
import { sentenceOf } from '../../ui/sentence.ts'

/** A failure in the words a grid cell or a form field shows beside what was typed. */
export async function saidResult<T>(
  work: Promise<Result<T, AppError>>,
): Promise<Result<T, { readonly message: string }>> {
  const result = await work
  return result.ok ? result : err({ message: sentenceOf(result.error) })
}
