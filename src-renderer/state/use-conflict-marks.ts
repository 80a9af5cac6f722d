import { useMemo } from 'react'
import { VOID_FIELD } from '#shared/edits/edit.ts'
import type { Naming } from '#shared/edits/register-words.ts'
import type { RecordType } from '#shared/records/dictionary.ts'
import { type Conflict, conflictKey } from '#shared/review/conflict.ts'
import { markWords, type PcName } from '#shared/review/conflict-words.ts'
import { PLAN_PACK } from '../workspace/plan-pack.ts'
import { useConflicts, useRecords } from '../workspace/use-workspace.ts'
import { usePcName } from './pc-name.ts'
import { useScreenState } from './screen-state.ts'

/** Sentences of the cells in conflict, by record and then by column. */
export type ConflictMarks = ReadonlyMap<string, ReadonlyMap<string, string>>

/** Where a register without a column of its own is marked, by the field's name; a constant of the screen. */
export type MarkColumns = Readonly<Record<string, string>>

/** 作废 against a change is marked where most records have their name. */
const BY_NAME: MarkColumns = { [VOID_FIELD]: 'name' }

/** Marks of all records of a type. */
export function useConflictMarks(type: RecordType, columns: MarkColumns = BY_NAME): ConflictMarks {
  const conflicts = useConflicts()
  const records = useRecords()
  const pcName = usePcName()
  return useMemo(
    () => conflictMarks({ records, indicators: PLAN_PACK.indicators }, conflicts, { type, columns, pcName }),
    [conflicts, records, type, columns, pcName],
  )
}

interface Asked {
  readonly type: RecordType
  readonly columns: MarkColumns
  readonly pcName: PcName
}

const NONE: ConflictMarks = new Map()

export function conflictMarks(
  naming: Naming,
  conflicts: readonly Conflict[],
  { type, columns, pcName }: Asked,
): ConflictMarks {
  const marks = new Map<string, Map<string, string>>()
  for (const conflict of conflicts) {
    if (conflict.type !== type) continue
    const [name = ''] = conflict.register.split('/')
    const column = columns[name] ?? name
    const ofRecord = marks.get(conflict.id) ?? new Map<string, string>()
    const words = markWords(naming, conflict, pcName)
    const before = ofRecord.get(column)
    marks.set(conflict.id, ofRecord.set(column, before === undefined ? words : `${before}\n${words}`))
  }
  return marks.size === 0 ? NONE : marks
}

/** What a form shows of one record's conflicts, and the way to 待核对. */
export interface FormConflicts {
  readonly conflicts: Readonly<Record<string, string>>
  readonly onConflict: (field: { readonly name: string }) => void
}

/** `id` null: nothing is entered yet. */
export function useFormConflicts(
  type: RecordType,
  id: string | null,
  columns: MarkColumns = BY_NAME,
): FormConflicts {
  const marks = useConflictMarks(type, columns)
  const goToConflict = useGoToConflict(type)
  return {
    conflicts: Object.fromEntries(marks.get(id ?? '') ?? []),
    onConflict: (field) => goToConflict(id ?? '', field.name),
  }
}

/** Opens 待核对 at the conflict of a cell. */
export function useGoToConflict(type: RecordType): (id: string, column: string) => void {
  const conflicts = useConflicts()
  const goTo = useScreenState((state) => state.goTo)
  return (id, column) => {
    const ofRecord = conflicts.filter((each) => each.type === type && each.id === id)
    const wanted = ofRecord.find(({ register }) => register.split('/')[0] === column) ?? ofRecord[0]
    goTo('review', wanted === undefined ? {} : { open: conflictKey(wanted) })
  }
}
