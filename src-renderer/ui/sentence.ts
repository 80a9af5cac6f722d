import { type AppError, messageOf } from '#shared/errors/app-error.ts'

/** An expected failure in one line: what happened and what to do. */
export function sentenceOf(error: AppError): string {
  const { title, advice } = messageOf(error)
  return `${title}。${advice}`
}
