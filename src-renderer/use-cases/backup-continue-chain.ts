import { chinaDay } from '#shared/china-day.ts'
import { createRecord, setFields } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { OutboxEntry } from '#shared/ipc/bundle-channels.ts'
import type { FileToken } from '#shared/ipc/channel.ts'
import type { Desktop } from '#shared/ipc/contract.ts'
import type { Row } from '#shared/records/dictionary.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { nextReportPlace, ownFiles } from './report-standing.ts'

export interface ContinueDeps {
  readonly desktop: Pick<Desktop, 'call'>
  readonly workspace: Pick<Workspace, 'records' | 'commit' | 'station'>
  readonly newId: () => string
}

/** Where the report chain goes on. */
export interface Continued {
  readonly fileName: string
  /** Number of the next file. */
  readonly next: number
  /** 接替 A1B2C3D4 站，自第 8 号. */
  readonly words: string
}

/** Files of the 发件箱 that 报送登记 does not know, newest number first: sent after the backup was made. */
export function unknownSent(
  submissions: readonly Row<'submission'>[],
  outbox: readonly OutboxEntry[],
  unit: string,
): readonly OutboxEntry[] {
  const known = new Set(submissions.map((row) => row.identity))
  return ownFiles(outbox, unit)
    .filter((entry) => entry.period !== null && !known.has(entry.identity))
    .toSorted((a, b) => b.seq - a.seq)
}

/** Nothing on this PC says that this unit has ever sent a report: only then may the clerk say so. */
export function mayNeverHaveReported(
  submissions: readonly Row<'submission'>[],
  outbox: readonly OutboxEntry[],
  unit: string,
): boolean {
  return submissions.length === 0 && ownFiles(outbox, unit).every((entry) => entry.period === null)
}

/**
 * After a restore: the last sent file (or a 回执 to it) is verified, kept in the 发件箱 and entered in 报送登记 where it is
 * missing, so that the next file names it as its previous one.
 */
export async function continueChain(
  { desktop, workspace, newId }: ContinueDeps,
  token: FileToken,
): Promise<Result<Continued, AppError>> {
  const unit = workspace.records.get('profile', PROFILE_ID)?.unit ?? ''
  const taken = await desktop.call('backup:last-sent', { token, unit })
  if (!taken.ok) return taken
  const { identity, code, name, seq, period, createdAt, station, supersedes } = taken.value
  if (period === null) return err({ code: 'backup.not-in-chain', fileName: name, kind: '没有期别的' })
  const successor = `接替 ${station.slice(0, 8).toUpperCase()} 站`
  const known = workspace.records.of('submission').find((row) => row.identity === identity)
  if (known === undefined || known.state === '已撤回') {
    const sent = {
      period,
      seq,
      identity,
      code,
      fileName: name,
      ...(supersedes === null ? {} : { supersedes }),
      state: '已报送',
      signedOn: chinaDay(createdAt),
    } as const
    const op =
      known === undefined
        ? createRecord('submission', newId(), sent)
        : setFields('submission', known.id, { state: '已报送' })
    const entered = await workspace.commit({
      ops: [op],
      why: { kind: 'restored' },
      title: `${successor}：登记已报送的第 ${seq} 号`,
    })
    if (!entered.ok) return entered
  }
  const settled = await desktop.call('backup:settle-chain', null)
  if (!settled.ok) return settled
  const outbox = await desktop.call('bundle:outbox', null)
  const place = nextReportPlace(
    workspace.records.of('submission'),
    outbox.ok ? outbox.value : [],
    unit,
    period,
  )
  return ok({ fileName: name, next: place.seq, words: `${successor}，自第 ${place.seq} 号` })
}
