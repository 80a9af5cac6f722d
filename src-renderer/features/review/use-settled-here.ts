import { useRef } from 'react'
import type { EditId } from '#shared/edits/edit.ts'
import { keyOf } from '#shared/edits/state.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import { useWorkspace } from '../../workspace/use-workspace.ts'
import type { UndoOutcome } from '../../workspace/workspace.ts'

export interface SettledHere {
  /** Remembers the edit once it is made; U pressed meanwhile waits for it. */
  note<T>(item: string, done: Promise<Result<T, AppError>>): Promise<Result<T, AppError>>
  /** Takes the last one back; null when nothing was settled here, so that U never undoes work of another screen. */
  undo(): Promise<{ readonly key: string; readonly result: Result<UndoOutcome, AppError> } | null>
}

/** What was settled since the screen was opened, newest last. */
export function useSettledHere(): SettledHere {
  const workspace = useWorkspace()
  const made = useRef<{ readonly key: string; readonly edit: EditId }[]>([])
  const last = useRef<Promise<unknown>>(Promise.resolve())
  return {
    note: (key, done) => {
      const noted = done.then((result) => {
        const edit = result.ok ? workspace.canUndo()?.edit : undefined
        if (edit !== undefined) made.current.push({ key, edit })
        return result
      })
      last.current = noted.catch(() => null)
      return noted
    },
    undo: async () => {
      await last.current
      const newest = made.current.at(-1)
      const next = workspace.canUndo()?.edit
      if (newest === undefined || next === undefined || keyOf(newest.edit) !== keyOf(next)) return null
      made.current.pop()
      return { key: newest.key, result: await workspace.undo() }
    },
  }
}
