import { applyEdit } from '#shared/edits/apply-edit.ts'
import type { WriteOperation } from '#shared/edits/edit.ts'
import type { Records } from '#shared/edits/read-model.ts'
import { recordsOf } from '#shared/edits/records-view.ts'
import { createState } from '#shared/edits/state.ts'
import { validateEdit } from '#shared/edits/validate-draft.ts'

const STATION = 'station-test'

/** The records after these imports, through the real rules of edits; an operation they refuse throws. */
export function importedRecords(...imports: readonly (readonly WriteOperation[])[]): Records {
  const state = createState()
  for (const [at, ops] of imports.filter((each) => each.length > 0).entries()) {
    const edit = validateEdit({
      id: { station: STATION, n: at + 1 },
      prev: at === 0 ? null : '0'.repeat(64),
      commit: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
      seen: at === 0 ? {} : { [STATION]: at },
      at: '2021-10-08T00:00:00Z',
      by: '示例员',
      why: { kind: 'imported', file: '测试.xlsx', sheet: 'Sheet1' },
      title: '导入',
      ops,
    })
    if (!edit.ok) throw new Error(JSON.stringify(edit.error))
    applyEdit(state, edit.value)
  }
  return recordsOf(state)
}

/** Ids in order: id-1, id-2 … */
export function countingIds(): () => string {
  let last = 0
  return () => `id-${++last}`
}
