import type { FieldValue } from '#shared/edits/edit.ts'
import { createRecord, restoreRecord, setFields, voidRecord } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { ActivityParticipant } from '#shared/records/activity.ts'
import { fieldOf, type Row } from '#shared/records/dictionary.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import type { Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { type ChosenFirm, participantElement } from './activity-participants.ts'

type Written = Promise<Result<unknown, AppError>>
type Writing = Pick<Workspace, 'commit' | 'records'>

const TYPED = { kind: 'typed' } as const

/** 新增活动: held on `date`, or without a date yet. */
export function addActivity(workspace: Writing, id: string, date: string | null): Written {
  const recorder = workspace.records.get('profile', PROFILE_ID)?.preparer
  const operation = createRecord('activity', id, { date, state: '已开展', recorder })
  return workspace.commit({ ops: [operation], why: TYPED, title: '新增服务活动' })
}

/** One field of an activity, from a cell or the form; null empties it. */
export function changeActivity(
  workspace: Writing,
  activity: Row<'activity'>,
  field: string,
  value: FieldValue,
): Written {
  return workspace.commit({
    ops: [setFields('activity', activity.id, { [field]: value })],
    why: TYPED,
    title: `修改 ${shortName(activity)} 的${fieldOf('activity', field).title}`,
  })
}

/** Adds 服务对象; those already there stay as they are, with their 人数. */
export function addParticipants(
  workspace: Writing,
  activity: Row<'activity'>,
  firms: readonly ChosenFirm[],
  why: 'typed' | 'pasted',
): Written {
  const known = activity.participants ?? {}
  const added = Object.fromEntries(firms.map(participantElement).filter(([key]) => !(key in known)))
  const [first] = firms
  const whom = firms.length === 1 && first !== undefined ? first.name : `${Object.keys(added).length} 家企业`
  if (Object.keys(added).length === 0) return Promise.resolve({ ok: true, value: null })
  return workspace.commit({
    ops: [setFields('activity', activity.id, { participants: added })],
    why: { kind: why },
    title: `${shortName(activity)} 增加服务对象 ${whom}`,
  })
}

/** Writes or, with null, takes out one 服务对象. */
export function changeParticipant(
  workspace: Writing,
  activity: Row<'activity'>,
  key: string,
  participant: ActivityParticipant | null,
): Written {
  const name = participant?.name ?? activity.participants?.[key]?.name ?? ''
  return workspace.commit({
    ops: [setFields('activity', activity.id, { participants: { [key]: participant } })],
    why: TYPED,
    title:
      participant === null
        ? `${shortName(activity)} 移出服务对象 ${name}`
        : `修改 ${shortName(activity)} 中 ${name} 的人数`,
  })
}

/** 作废 of one or several activities, for one reason; taken back by 恢复 or 撤销. */
export function voidActivities(
  workspace: Writing,
  activities: readonly Row<'activity'>[],
  reason: string,
): Written {
  return workspace.commit({
    ops: activities.map(({ id }) => voidRecord('activity', id, reason)),
    why: TYPED,
    title: `作废 ${namesOf(activities)}`,
  })
}

/** Takes 作废 back. */
export function restoreActivities(workspace: Writing, activities: readonly Row<'activity'>[]): Written {
  return workspace.commit({
    ops: activities.map(({ id }) => restoreRecord('activity', id)),
    why: TYPED,
    title: `恢复 ${namesOf(activities)}`,
  })
}

function namesOf(activities: readonly Row<'activity'>[]): string {
  const [first] = activities
  return activities.length === 1 && first !== undefined ? shortName(first) : `${activities.length} 条服务活动`
}

function shortName(activity: Row<'activity'>): string {
  return (activity.name ?? '未命名活动').slice(0, 60)
}
