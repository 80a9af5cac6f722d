import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { expect, launchApp, type RunningApp, test } from './launch.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** Starts the built program as a second click on its icon does; its exit code, or null when it goes on running. */
function startAgain(userData: string): Promise<number | null> {
  // The package's main file answers the path of the executable; on the stand-in by the variable launchApp sets.
  const executable = createRequire(import.meta.url)('electron') as unknown as string
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const program = spawn(executable, [...asRoot, '.', `--user-data-dir=${userData}`], {
    cwd: root,
    stdio: 'ignore',
    timeout: 30_000,
  })
  return new Promise((resolve) => program.once('exit', resolve))
}

test('a second start brings the first window to the front and ends', async ({ userData }) => {
  const { app } = await launchApp({ userData })
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    if (window === undefined) throw new Error('no window')
    // Whether the desktop really gives the focus is up to it; that the program asks for it is ours.
    const focus = window.focus.bind(window)
    window.focus = () => {
      Reflect.set(globalThis, 'hasAskedForFocus', true)
      focus()
    }
    window.hide()
  })
  expect(await startAgain(userData)).toBe(0)
  const seen = () =>
    app.evaluate(({ BrowserWindow }) => {
      const windows = BrowserWindow.getAllWindows().map((window) => window.isVisible())
      return [windows, Reflect.get(globalThis, 'hasAskedForFocus') === true]
    })
  await expect.poll(seen).toEqual([[true], true])
  await app.close()
})

const boundsOf = ({ app }: RunningApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())

test('a moved window opens again where it was', async ({ userData }) => {
  const first = await launchApp({ userData })
  const before = await boundsOf(first)
  await first.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 40, width: 1120, height: 690 })
  })
  await expect.poll(() => boundsOf(first)).not.toEqual(before)
  const moved = await boundsOf(first)
  // Written once the window rests.
  const remembered = () => readFile(path.join(userData, 'window.json'), 'utf8').then(JSON.parse, () => null)
  await expect.poll(remembered).toEqual({ bounds: moved, maximized: false })
  await first.app.close()

  const second = await launchApp({ userData })
  expect(await boundsOf(second)).toEqual(moved)
  await second.app.close()
})
