import { createRecord } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { ACTIVITY_MODES } from '#shared/records/activity.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import type { Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { type ChosenFirm, participantElement } from './activity-participants.ts'

/** 记一笔: one sentence about some firms on one day. */
export interface ActivityNote {
  readonly firms: readonly ChosenFirm[]
  /** At most 200 characters. */
  readonly sentence: string
  readonly category: string | null
  readonly mode: (typeof ACTIVITY_MODES)[number]
  readonly date: string
  readonly followUpOn: string | null
}

/** The note as a 服务活动 that has been held, recorded by the 填报人. */
export function noteActivity(
  workspace: Pick<Workspace, 'commit' | 'records'>,
  newId: () => string,
  note: ActivityNote,
): Promise<Result<unknown, AppError>> {
  const { firms, sentence, category, mode, date, followUpOn } = note
  const operation = createRecord('activity', newId(), {
    date,
    name: sentence,
    category,
    mode,
    state: '已开展',
    participants: Object.fromEntries(firms.map(participantElement)),
    followUpOn,
    recorder: workspace.records.get('profile', PROFILE_ID)?.preparer,
  })
  const about = firms[0] === undefined ? sentence : firms[0].name
  return workspace.commit({
    ops: [operation],
    why: { kind: 'typed' },
    title: `记一笔：${about.slice(0, 60)}${firms.length > 1 ? `等 ${firms.length} 家` : ''}`,
  })
}
