import { RecordType } from '../records/dictionary.ts'
import {
  PAGE_SIZE,
  packEdits,
  packRecords,
  pageAmong,
  pageCounts,
  restoreEdits,
  restoreRecords,
} from './pages.ts'
import { createState, type EditState } from './state.ts'

/** The same state once more, through its pages (law 12): what edits would do is tried on it. */
export function copyState(state: EditState): EditState {
  const copy = createState()
  const editPages = Math.ceil(state.edits.length / PAGE_SIZE)
  restoreEdits(copy, Array.from({ length: editPages }, (_, page) => packEdits(state, page)).flat())
  const counts = pageCounts(state)
  for (const type of RecordType.options) {
    const count = counts.get(type) ?? 0
    const pages = packRecords(state, type, 0, count)
    for (let at = 0; at < count; at += 1) restoreRecords(copy, type, pageAmong(pages, at))
  }
  return copy
}
