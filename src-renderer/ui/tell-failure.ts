import { notifications } from '@mantine/notifications'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import { sentenceOf } from './sentence.ts'

/** For a button without a place for words of its own: a failure is told in a notification. */
export function tellFailure(pending: Promise<Result<unknown, AppError>>, title = '没有保存'): void {
  void pending.then((result) => {
    if (!result.ok) notifications.show({ color: 'red', title, message: sentenceOf(result.error) })
  })
}
