import { ACTIVITY_MODES } from '#shared/records/activity.ts'
import { fieldOf } from '#shared/records/dictionary.ts'
import { parseTyped } from '#shared/records/parse-typed.ts'
import type { ChosenFirm } from '../../use-cases/activity-participants.ts'
import type { ActivityNote } from '../../use-cases/note-activity.ts'

/** What stands in the box of 记一笔; texts as typed. */
export interface NoteDraft {
  readonly firms: readonly ChosenFirm[]
  /** The name being typed, not yet taken. */
  readonly firmText: string
  readonly sentence: string
  readonly category: string
  readonly mode: string
  /** '' is today. */
  readonly date: string
  readonly followUp: string
}

export const EMPTY_NOTE: NoteDraft = {
  firms: [],
  firmText: '',
  sentence: '',
  category: '',
  mode: '走访',
  date: '',
  followUp: '',
}

export type CheckedNote =
  | { readonly ok: true; readonly note: ActivityNote }
  | { readonly ok: false; readonly field: keyof NoteDraft; readonly message: string }

/** The note, or the first thing that is missing or wrong and where. */
export function checkedNote(draft: NoteDraft, today: string): CheckedNote {
  const wrong = (field: keyof NoteDraft, message: string): CheckedNote => ({ ok: false, field, message })
  if (draft.firmText.trim() !== '') return wrong('firmText', '企业还没有选定，请按回车选中，或清空这一格')
  const sentence = parseTyped(fieldOf('activity', 'name'), draft.sentence)
  if (!sentence.ok) return wrong('sentence', sentence.error.message)
  if (typeof sentence.value !== 'string') return wrong('sentence', '请用一句话写明做了什么')
  const date = parseTyped(fieldOf('activity', 'date'), draft.date)
  if (!date.ok) return wrong('date', date.error.message)
  const followUp = parseTyped(fieldOf('activity', 'followUpOn'), draft.followUp)
  if (!followUp.ok) return wrong('followUp', followUp.error.message)
  const note: ActivityNote = {
    firms: draft.firms,
    sentence: sentence.value,
    category: draft.category === '' ? null : draft.category,
    mode: ACTIVITY_MODES.find((mode) => mode === draft.mode) ?? '走访',
    date: typeof date.value === 'string' ? date.value : today,
    followUpOn: typeof followUp.value === 'string' ? followUp.value : null,
  }
  return { ok: true, note }
}

/** The next note begins empty, on the same day and in the same way. */
export function nextNote({ category, mode, date }: NoteDraft): NoteDraft {
  return { ...EMPTY_NOTE, category, mode, date }
}

/** What was noted, and where to find it when it is not of the 工作年度 on screen. */
export function notedWords({ date, sentence }: ActivityNote, workingYear: number): string {
  const year = date.slice(0, 4)
  const elsewhere = year === String(workingYear) ? '' : `（在${year}年，切换工作年度可查看）`
  return `已记下：${date} ${sentence}${elsewhere}`
}
