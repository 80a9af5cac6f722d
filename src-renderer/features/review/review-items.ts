import { recordName } from '#shared/edits/record-words.ts'
import type { Naming } from '#shared/edits/register-words.ts'
import { customField } from '#shared/records/custom-field.ts'
import { CUSTOM_PREFIX, type DictionaryField, fieldsOf } from '#shared/records/dictionary.ts'
import { type Conflict, conflictKey, isVoidConflict } from '#shared/review/conflict.ts'
import { placeWords } from '#shared/review/conflict-words.ts'
import { type Duplicate, duplicateKey } from '#shared/review/duplicate.ts'

export type ReviewKind = 'values' | 'void' | 'duplicate'

/** One thing to look at. */
export type ReviewItem =
  | { readonly kind: 'values' | 'void'; readonly key: string; readonly conflict: Conflict }
  | { readonly kind: 'duplicate'; readonly key: string; readonly duplicate: Duplicate }

export type ReviewView = 'all' | ReviewKind

export const KIND_WORDS: { readonly [K in ReviewKind]: string } = {
  values: '填得不一样',
  void: '作废冲突',
  duplicate: '疑似重复',
}

/** 作废 first, since it decides whether the rest matters; then values, then pairs. */
export function reviewItems(
  conflicts: readonly Conflict[],
  duplicates: readonly Duplicate[],
): readonly ReviewItem[] {
  const cells = conflicts.map((conflict) => ({
    kind: isVoidConflict(conflict) ? ('void' as const) : ('values' as const),
    key: conflictKey(conflict),
    conflict,
  }))
  return [
    ...cells.filter(({ kind }) => kind === 'void'),
    ...cells.filter(({ kind }) => kind === 'values'),
    ...duplicates.map((duplicate) => ({
      kind: 'duplicate' as const,
      key: duplicateKey(duplicate),
      duplicate,
    })),
  ]
}

export interface ItemWords {
  readonly title: string
  readonly detail: string
}

export function itemWords(naming: Naming, item: ReviewItem): ItemWords {
  if (item.kind !== 'duplicate') {
    const { record, kind, cell } = placeWords(naming, item.conflict)
    return { title: record, detail: `${kind} · ${cell}` }
  }
  const { type, ids, words } = item.duplicate
  const [one, other] = ids.map((id) => recordName(naming.records, type, id))
  return { title: one ?? '', detail: one === other ? `${words}，两条记录` : `${words} · ${other ?? ''}` }
}

/** The field a third value may be typed for; null for lists, references and 作废, which are chosen. */
export function typedField({ records }: Naming, { type, register }: Conflict): DictionaryField | null {
  if (register.startsWith(CUSTOM_PREFIX)) {
    const column = records.get('column', register.slice(CUSTOM_PREFIX.length))
    return column === undefined ? null : customField(column)
  }
  const field = fieldsOf(type).get(register)
  if (field === undefined || field.kind === 'list' || field.kind === 'ref') return null
  return field
}
