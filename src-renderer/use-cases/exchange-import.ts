import type { AppError } from '#shared/errors/app-error.ts'
import type { FileToken } from '#shared/ipc/channel.ts'
import type { Desktop, Reply } from '#shared/ipc/contract.ts'
import { ok, type Result } from '#shared/result.ts'
import { receiveFile } from './verify-file.ts'

type Caller = Pick<Desktop, 'call'>
type Imported = Result<Extract<Reply<'exchange:import'>, { ok: true }>['value'], AppError>

/** 导入同步文件 from a dialog; none when it was closed. */
export async function pickExchangeFiles(desktop: Caller, unit: string): Promise<Imported> {
  const picked = await desktop.call('files:pick', { purpose: 'exchange', multiple: true })
  if (!picked.ok) return picked
  return importAll(
    desktop,
    unit,
    (picked.value ?? []).map(({ token }) => token),
  )
}

/** 导入同步文件 by drop. */
export async function receiveExchangeFiles(
  desktop: Caller,
  unit: string,
  files: readonly File[],
): Promise<Imported> {
  const tokens: FileToken[] = []
  for (const file of files) {
    const received = await receiveFile(desktop, file)
    if (!received.ok) return received
    tokens.push(received.value.token)
  }
  return importAll(desktop, unit, tokens)
}

async function importAll(desktop: Caller, unit: string, tokens: FileToken[]): Promise<Imported> {
  return tokens.length === 0 ? ok([]) : desktop.call('exchange:import', { unit, tokens })
}
