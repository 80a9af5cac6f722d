import { chinaMinute } from '../china-day.ts'
import { howWords } from '../edits/act-words.ts'
import type { FieldValue } from '../edits/edit.ts'
import { recordName } from '../edits/record-words.ts'
import { type Naming, registerTitle, valueWords } from '../edits/register-words.ts'
import { RECORD_TITLES } from '../records/dictionary.ts'
import { type Conflict, type ConflictAct, type ConflictPlace, isVoidConflict } from './conflict.ts'

/** The name of a PC by its station id: 本机, 另一台电脑, or as the office calls it. */
export type PcName = (station: string) => string

/** What a clerk reads of one action: 2021-10-08 09:00 李某 在本机录入. */
export interface ActWords {
  readonly when: string
  readonly who: string
  readonly pc: string
  readonly how: string
  /** The whole action, for 作废 against changes. */
  readonly title: string
}

export function actWords({ at, by, why, row, edit, title }: ConflictAct, pcName: PcName): ActWords {
  return { when: chinaMinute(at), who: by, pc: pcName(edit.station), how: howWords(why, row), title }
}

/** Whose cell it is: the kind of record, its name and the cell. */
export function placeWords(naming: Naming, conflict: Conflict): PlaceWords {
  const { type, id, register, choices } = conflict
  const value = choices.find((choice) => choice.value !== null)?.value ?? null
  return {
    record: recordName(naming.records, type, id),
    kind: RECORD_TITLES[type],
    cell: isVoidConflict(conflict) ? '作废' : registerTitle(naming, { type, register, value }),
  }
}

export interface PlaceWords {
  readonly record: string
  readonly kind: string
  readonly cell: string
}

/** A value to choose, in words. */
export function choiceWords(
  naming: Naming,
  { type, register }: Pick<ConflictPlace, 'type' | 'register'>,
  value: FieldValue,
): string {
  if (isVoidConflict({ register }) && value === null) return '恢复：不作废，保留另一边的改动'
  if (isVoidConflict({ register })) return `维持${valueWords(naming, { type, register, value })}`
  if (value !== null) return valueWords(naming, { type, register, value })
  return register.includes('/') ? '移出' : '（空）'
}

/** All values of a cell in one sentence, for the tooltip of its mark. */
export function markWords(naming: Naming, conflict: Conflict, pcName: PcName): string {
  const said = conflict.choices.map(({ value, acts }) => {
    const pcs = [...new Set(acts.map(({ edit }) => pcName(edit.station)))].join('、')
    return `${pcs}：${choiceWords(naming, conflict, value)}`
  })
  const head = isVoidConflict(conflict) ? '一边作废、一边改动' : '两台电脑填得不一样'
  return `${head}，待核对。${said.join('；')}`
}
