import { create } from 'zustand'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'

export interface SaveState {
  /** Commits on their way to the journal. */
  readonly running: number
  /** Why the last commit failed; cleared by the next one that succeeds. */
  readonly failure: AppError | null
  started(): void
  finished(failure: AppError | null): void
}

/** 已保存 / 正在保存 / 保存失败, for the title bar and for closing the window. */
export const useSaveState = create<SaveState>((set) => ({
  running: 0,
  failure: null,
  started: () => set((state) => ({ running: state.running + 1 })),
  finished: (failure) => set((state) => ({ running: state.running - 1, failure })),
}))

/** The same workspace, with every write reported to `report`. */
export function withSaveState(
  workspace: Workspace,
  report: Pick<SaveState, 'started' | 'finished'>,
): Workspace {
  async function reported<T>(write: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
    report.started()
    let failure: AppError | null = { code: 'system.unexpected', detail: '保存中断' }
    try {
      const result = await write()
      failure = result.ok ? null : result.error
      return result
    } finally {
      report.finished(failure)
    }
  }
  return {
    get records() {
      return workspace.records
    },
    get revision() {
      return workspace.revision
    },
    station: workspace.station,
    earlier: workspace.earlier,
    subscribe: (listener) => workspace.subscribe(listener),
    canUndo: () => workspace.canUndo(),
    canRedo: () => workspace.canRedo(),
    commit: (edit) => reported(() => workspace.commit(edit)),
    takeUp: (batch) => reported(() => workspace.takeUp(batch)),
    preview: (edits) => workspace.preview(edits),
    undo: () => reported(() => workspace.undo()),
    redo: () => reported(() => workspace.redo()),
    history: (type, id, register) => workspace.history(type, id, register),
    members: (type, id) => workspace.members(type, id),
    log: () => workspace.log(),
    conflicts: () => workspace.conflicts(),
    cellsWritten: (edit) => workspace.cellsWritten(edit),
    reversalOf: (edit) => workspace.reversalOf(edit),
    reverse: (edit, way) => reported(() => workspace.reverse(edit, way)),
  }
}
