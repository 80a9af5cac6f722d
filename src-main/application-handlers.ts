import type { Handlers } from '#shared/ipc/contract.ts'
import { aboutHandlers } from './app/about.ts'
import type { CloseHandshake } from './app/close-handshake.ts'
import { dataFolderHandlers } from './app/data-folder-handlers.ts'
import type { Settings } from './app/settings.ts'
import { type Tasks, taskHandlers } from './app/tasks.ts'
import { type FileHandlerDeps, fileHandlers } from './files/file-handlers.ts'
import { mergeHandlers } from './ipc/merge-handlers.ts'

export interface ApplicationDeps extends FileHandlerDeps {
  readonly version: string
  readonly settings: Settings
  readonly tasks: Tasks
  readonly closeHandshake: CloseHandshake
}

/** Every area's handlers; a new area is one line. */
export function applicationHandlers(deps: ApplicationDeps): Handlers {
  return mergeHandlers([
    aboutHandlers(deps.version),
    taskHandlers(deps.tasks),
    deps.closeHandshake.handlers,
    fileHandlers(deps),
    dataFolderHandlers(deps),
  ])
}
