import { chinaMinute } from '#shared/china-day.ts'
import { howWords } from '#shared/edits/act-words.ts'
import type { LoggedEdit } from '#shared/edits/edit-log.ts'
import { keyOf } from '#shared/edits/state.ts'
import type { PcName } from '#shared/review/conflict-words.ts'
import { pointingWords } from '../../state/undo-words.ts'
import type { Reversal } from '../../workspace/workspace.ts'

/** One action of 操作记录. */
export interface LogRow {
  readonly id: string
  readonly logged: LoggedEdit
  readonly title: string
  readonly state: '有效' | '已撤销' | '已重做'
  /** China time. */
  readonly when: string
  readonly who: string
  readonly pc: string
  readonly how: string
}

/** Everything, or only what 导入 did. */
export type LogView = 'all' | 'imports'

/** Every action, newest first. */
export function logRows(log: readonly LoggedEdit[], view: LogView, pcName: PcName): readonly LogRow[] {
  const shown = view === 'all' ? log : log.filter(({ why }) => why.kind === 'imported')
  return shown.map((logged) => ({
    id: keyOf(logged.edit),
    logged,
    title: logged.title,
    state: stateOf(logged),
    when: chinaMinute(logged.at),
    who: logged.by,
    pc: pcName(logged.edit.station),
    how: howWords(logged.why, null),
  }))
}

/** An undo that was taken back itself reads 已重做: what it had undone stands again. */
function stateOf({ undoneBy, why }: LoggedEdit): LogRow['state'] {
  if (undoneBy === null) return '有效'
  return why.kind === 'undone' ? '已重做' : '已撤销'
}

/** What 撤销这次 or 重做 would do, a sentence each. */
export function reversalWords(reversal: Reversal): readonly string[] {
  const { way, undone, kept, records, leftovers, joins, pointing } = reversal
  const isUndo = way === 'undo'
  const lines = [isUndo ? `撤销${undone}处，恢复为这次操作以前的内容。` : `重做${undone}处。`]
  if (kept > 0) lines.push(`保留${kept}处：之后又改过，不受影响。`)
  if (records > 0) lines.push(isUndo ? `${records}条记录会从台账中去掉。` : `${records}条记录会回到台账。`)
  if (leftovers > 0 && isUndo) {
    lines.push(`${leftovers}条由它新增的记录之后改过，只留下改过的内容，请随后核对或作废。`)
  }
  const pointed = pointingWords(pointing)
  if (pointed !== null) lines.push(pointed)
  if (joins > 0) lines.push(isUndo ? '合并的记录会重新分开。' : '分开的记录会重新合并。')
  return lines
}
