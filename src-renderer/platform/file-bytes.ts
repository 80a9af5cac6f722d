import type { AppError } from '#shared/errors/app-error.ts'
import { err, ok, type Result } from '#shared/result.ts'

/** What a dropped or chosen file holds; an error when its stick was pulled or it has changed since. */
export async function fileBytes(
  file: Pick<File, 'name' | 'arrayBuffer'>,
): Promise<Result<Uint8Array<ArrayBuffer>, AppError>> {
  try {
    return ok(new Uint8Array(await file.arrayBuffer()))
  } catch (error) {
    const isGone = error instanceof DOMException && error.name === 'NotFoundError'
    return isGone
      ? err({ code: 'file.not-found', fileName: file.name })
      : err({ code: 'file.unreadable', fileName: file.name, detail: '没有权限，或选择以后有改动' })
  }
}
