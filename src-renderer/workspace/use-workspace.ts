import { createContext, useContext, useSyncExternalStore } from 'react'
import type { LoggedEdit } from '#shared/edits/edit-log.ts'
import type { Records } from '#shared/edits/read-model.ts'
import type { Conflict } from '#shared/review/conflict.ts'
import type { Workspace } from './workspace.ts'

/** Set once by the composition root, after the workspace has opened. */
export const WorkspaceContext = createContext<Workspace | null>(null)

/** The open workspace, for commits and undo; it does not re-render by itself. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext)
  if (workspace === null) throw new Error('useWorkspace outside WorkspaceContext')
  return workspace
}

/** All records; renders again after every applied edit. */
export function useRecords(): Records {
  const workspace = useWorkspace()
  return useSyncExternalStore(
    (listener) => workspace.subscribe(listener),
    () => workspace.records,
  )
}

/** 操作记录, newest first; renders again after every applied edit. */
export function useEditLog(): readonly LoggedEdit[] {
  const workspace = useWorkspace()
  return useSyncExternalStore(
    (listener) => workspace.subscribe(listener),
    () => workspace.log(),
  )
}

/** 待核对: cells on which PCs do not agree; renders again after every applied edit. */
export function useConflicts(): readonly Conflict[] {
  const workspace = useWorkspace()
  return useSyncExternalStore(
    (listener) => workspace.subscribe(listener),
    () => workspace.conflicts(),
  )
}

/** Counts applied edits; renders again after each, for 撤销 and 重做. */
export function useRevision(): number {
  const workspace = useWorkspace()
  return useSyncExternalStore(
    (listener) => workspace.subscribe(listener),
    () => workspace.revision,
  )
}
