import { type BrowserWindow, dialog } from 'electron'
import type { OpenDialog } from '../files/file-handlers.ts'

/** Shows the system's open dialog over the window; null when it was cancelled. */
export async function showOpenDialog(
  window: BrowserWindow | null,
  request: OpenDialog,
): Promise<readonly string[] | null> {
  const options: Electron.OpenDialogOptions = {
    title: request.title,
    properties: [
      ...(request.kind === 'folder'
        ? (['openDirectory', 'createDirectory'] as const)
        : (['openFile'] as const)),
      ...(request.multiple ? (['multiSelections'] as const) : []),
    ],
    filters: request.filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] })),
  }
  const answer = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options))
  return answer.canceled || answer.filePaths.length === 0 ? null : answer.filePaths
}

/** Shows the system's save dialog over the window; null when it was cancelled. It asks before replacing a file. */
export async function showSaveDialog(
  window: BrowserWindow | null,
  suggestedName: string,
): Promise<string | null> {
  const options = { title: '保存', defaultPath: suggestedName }
  const answer = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options))
  return answer.canceled || answer.filePath === '' ? null : answer.filePath
}
