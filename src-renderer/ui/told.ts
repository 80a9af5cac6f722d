import type { AppError } from '#shared/errors/app-error.ts'
import { err, type Result } from '#shared/result.ts'
import { sentenceOf } from './sentence.ts'

/** A result as cells and fields show it: the failure as one sentence. */
export async function told<T>(
  pending: Promise<Result<T, AppError>>,
): Promise<Result<T, { readonly message: string }>> {
  const result = await pending
  return result.ok ? result : err({ message: sentenceOf(result.error) })
}
