import { notifications } from '@mantine/notifications'
import { undoneNotice } from '../state/undo-words.ts'
import { sentenceOf } from '../ui/sentence.ts'
import { useRevision, useWorkspace } from '../workspace/use-workspace.ts'
import type { UndoEntry } from '../workspace/workspace.ts'

export interface UndoRedo {
  readonly toUndo: UndoEntry | null
  readonly toRedo: UndoEntry | null
  readonly undo: () => void
  readonly redo: () => void
}

/** 撤销 and 重做 with what they would do; the outcome is told in a notification. */
export function useUndoRedo(): UndoRedo {
  const workspace = useWorkspace()
  useRevision()

  async function run(word: '撤销' | '重做') {
    const result = await (word === '撤销' ? workspace.undo() : workspace.redo())
    if (!result.ok)
      notifications.show({ color: 'red', title: `没有${word}`, message: sentenceOf(result.error) })
    else notifications.show(undoneNotice(word, result.value))
  }

  return {
    toUndo: workspace.canUndo(),
    toRedo: workspace.canRedo(),
    undo: () => {
      if (workspace.canUndo() !== null) void run('撤销')
    },
    redo: () => {
      if (workspace.canRedo() !== null) void run('重做')
    },
  }
}
