import { useRef } from 'react'
import type { EditId } from '#shared/edits/edit.ts'
import { keyOf } from '#shared/edits/state.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import { useWorkspace } from '../../workspace/use-workspace.ts'
import type { UndoOutcome } from '../../workspace/workspace.ts'

export interface SettledHere {
  /** The edit just made settled this item. */
  note(item: string): void
  /** Takes the last one back; null when nothing was settled here, so that U never undoes work of another screen. */
  undo(): Promise<{ readonly key: string; readonly result: Result<UndoOutcome, AppError> } | null>
}

/** What was settled since the screen was opened, newest last. */
export function useSettledHere(): SettledHere {
  const workspace = useWorkspace()
  const made = useRef<{ readonly key: string; readonly edit: EditId }[]>([])
  return {
    note: (key) => {
      const edit = workspace.canUndo()?.edit
      if (edit !== undefined) made.current.push({ key, edit })
    },
    undo: async () => {
      const last = made.current.at(-1)
      const next = workspace.canUndo()?.edit
      if (last === undefined || next === undefined || keyOf(last.edit) !== keyOf(next)) return null
      made.current.pop()
      return { key: last.key, result: await workspace.undo() }
    },
  }
}
