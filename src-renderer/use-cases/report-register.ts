import { setFields } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Row } from '#shared/records/dictionary.ts'
import type { DELIVERY_METHODS } from '#shared/records/submission.ts'
import type { Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'

export interface Delivery {
  readonly method: (typeof DELIVERY_METHODS)[number]
  /** `YYYY-MM-DD`. */
  readonly sentOn: string
  /** Empty when nobody is known. */
  readonly receiver: string
}

/** 报送登记: how, when and to whom the material went. From then on the report can only be superseded. */
export function registerDelivery(
  workspace: Pick<Workspace, 'commit'>,
  submission: Row<'submission'>,
  { method, sentOn, receiver }: Delivery,
): Promise<Result<unknown, AppError>> {
  return workspace.commit({
    ops: [
      setFields('submission', submission.id, {
        state: '已报送',
        method,
        sentOn,
        receiver: receiver.trim() === '' ? null : receiver.trim(),
      }),
    ],
    why: { kind: 'typed' },
    title: `报送登记 ${submission.fileName ?? ''}`,
  })
}
