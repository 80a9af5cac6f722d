import type { Records } from '#shared/edits/read-model.ts'
import type { ActivityParticipant } from '#shared/records/activity.ts'
import type { Row } from '#shared/records/dictionary.ts'

/** One 服务对象 of an activity as the editor shows it. */
export interface ParticipantEntry {
  /** Element key in the list field. */
  readonly key: string
  readonly participant: ActivityParticipant
  /** The firm's name today, or the name as written. */
  readonly name: string
  /** 名录外企业: no firm of ours stands behind the name. */
  readonly outside: boolean
}

/** In the order of the register; a firm that was 作废 since is 名录外 again. */
export function participantLines(activity: Row<'activity'>, records: Records): readonly ParticipantEntry[] {
  return Object.entries(activity.participants ?? {}).map(([key, participant]) => {
    const firm =
      participant.enterprise === undefined ? undefined : records.get('enterprise', participant.enterprise)
    return { key, participant, name: firm?.name ?? participant.name, outside: firm === undefined }
  })
}

/** 人数 as typed: a whole number, empty for not known, null when it is neither. */
export function typedPeople(typed: string): { readonly people?: number } | null {
  const text = typed.normalize('NFKC').trim().replace(/人$/u, '')
  if (text === '') return {}
  return /^\d{1,5}$/.test(text) ? { people: Number(text) } : null
}
