import { mkdir } from 'node:fs/promises'
import type { ElectronApplication } from '@playwright/test'

/** The next open dialogs are answered with this folder, which is made first. */
export async function answerWithFolder(app: ElectronApplication, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await answerWithFile(app, folder)
}

/** The next open dialogs are answered with this path. */
export async function answerWithFile(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, file)
}

/** The next save dialogs are answered with this path. */
export async function answerSavingTo(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen })
  }, file)
}
