import type { AppError } from '#shared/errors/app-error.ts'
import type { SignedFileRef } from '#shared/ipc/bundle-channels.ts'
import type { Desktop, Request } from '#shared/ipc/contract.ts'
import type { Result } from '#shared/result.ts'

/** 审核签名 over a signed file; identity and code stay. The signed copy is kept in the 发件箱. */
export function countersignFile(
  desktop: Pick<Desktop, 'call'>,
  request: Request<'bundle:countersign'>,
): Promise<Result<SignedFileRef, AppError>> {
  return desktop.call('bundle:countersign', request)
}
