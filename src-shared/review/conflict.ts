import { type Act, actOf } from '../edits/act.ts'
import { classOf } from '../edits/classes.ts'
import { type FieldValue, VOID_FIELD } from '../edits/edit.ts'
import type { Records, StoredRecord, Write } from '../edits/read-model.ts'
import { foldedOf, recordsOf } from '../edits/records-view.ts'
import { sameValue } from '../edits/same-value.ts'
import { type EditNode, type EditState, keyOf } from '../edits/state.ts'
import { RecordType } from '../records/dictionary.ts'

/** A cell on which PCs do not agree (两台电脑填得不一样). */
export interface ConflictPlace {
  readonly type: RecordType
  /** The id that stands for the record after 合并. */
  readonly id: string
  /** A field, `list/<element key>`, `custom.<column id>` or `$void`. */
  readonly register: string
}

/** An action that stands for a value, and the sheet row it came from. */
export interface ConflictAct extends Act {
  readonly row: number | null
}

/** One of the values, with every action that stands for it, the newest by the clocks of the PCs first. */
export interface ConflictChoice {
  readonly value: FieldValue
  readonly acts: readonly ConflictAct[]
}

export interface Conflict extends ConflictPlace {
  readonly choices: readonly ConflictChoice[]
}

/** 作废 on one PC and an edit of the record on another: 维持作废 or 恢复. */
export function isVoidConflict({ register }: Pick<ConflictPlace, 'register'>): boolean {
  return register === VOID_FIELD
}

export function conflictKey({ type, id, register }: ConflictPlace): string {
  return `${type} ${id} ${register}`
}

/** Arrays of the read side live until an edit touches their type, so each is looked through once. */
const known = new WeakMap<readonly StoredRecord[], readonly ConflictPlace[]>()

/** Every open conflict of records that are not 作废, by type in creation order. */
export function conflictPlaces(records: Records): readonly ConflictPlace[] {
  return RecordType.options.flatMap((type) => placesIn(records.all(type)))
}

function placesIn(all: readonly StoredRecord[]): readonly ConflictPlace[] {
  const found = known.get(all)
  if (found !== undefined) return found
  const places = all.flatMap(({ type, id, voided, conflicts }) =>
    voided === null ? Object.keys(conflicts).map((register) => ({ type, id, register })) : [],
  )
  known.set(all, places)
  return places
}

/** Every open conflict with its values: those of this PC first, then the newest. */
export function conflictsOf(state: EditState, station: string): readonly Conflict[] {
  return conflictPlaces(recordsOf(state)).map((place) => {
    const { type, id, register } = place
    const writes = foldedOf(state.tables[type], id)?.conflicts[register] ?? []
    const choices = choicesOf(state, place, writes)
    return { ...place, choices: choices.toSorted((a, b) => rank(a, station) - rank(b, station)) }
  })
}

function rank({ acts }: ConflictChoice, station: string): number {
  return acts.some(({ edit }) => edit.station === station) ? 0 : 1
}

function choicesOf(
  state: EditState,
  place: ConflictPlace,
  writes: readonly Write[],
): readonly ConflictChoice[] {
  const choices: { readonly value: FieldValue; readonly acts: ConflictAct[] }[] = []
  for (const { edit, value } of writes) {
    const node = state.byId.get(keyOf(edit))
    if (node === undefined) throw new Error(`no edit ${keyOf(edit)}`)
    const act = { ...actOf(node), row: rowOf(state, place, node) }
    const same = choices.find((choice) => sameValue(choice.value, value))
    if (same === undefined) choices.push({ value, acts: [act] })
    else same.acts.push(act)
  }
  for (const { acts } of choices) acts.sort(newestFirst)
  return choices.toSorted((a, b) => newestFirst(a.acts[0], b.acts[0]))
}

function newestFirst(a: Act | undefined, b: Act | undefined): number {
  return Date.parse(b?.at ?? '') - Date.parse(a?.at ?? '')
}

function rowOf(state: EditState, { type, id }: ConflictPlace, edit: EditNode): number | null {
  const table = state.tables[type]
  for (const one of classOf(table, id)?.ids ?? [id]) {
    const group = table.byId.get(one)?.groups.find((each) => each.edit === edit)
    if (group?.row !== undefined) return group.row
  }
  return null
}
