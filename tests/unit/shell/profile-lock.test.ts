import { spawn } from 'node:child_process'
import { existsSync, lstatSync } from 'node:fs'
import { symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { removeFolder, temporaryFolder } from './fixture-launch.ts'

interface ProfileLock {
  clearStaleProfileLock(profile: string, patienceMs: number): Promise<void>
}
const { clearStaleProfileLock }: ProfileLock = createRequire(import.meta.url)('../../shell/profile-lock.cjs')

let profile: string
beforeEach(async () => {
  profile = await temporaryFolder()
})
afterEach(() => removeFolder(profile))

function hasLock(): boolean {
  return lstatSync(path.join(profile, 'SingletonLock'), { throwIfNoEntry: false }) !== undefined
}

it('drops the lock of a machine the folder was copied from', async () => {
  await symlink('old-office-pc-1', path.join(profile, 'SingletonLock'))
  await writeFile(path.join(profile, 'SingletonCookie'), '')
  await clearStaleProfileLock(profile, 0)
  expect([hasLock(), existsSync(path.join(profile, 'SingletonCookie'))]).toEqual([false, false])
})

it('ends a browser left over on the same profile, and only such a process', async () => {
  const sleeper = (argument: string) =>
    spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)', '--', argument], { stdio: 'ignore' })
  const leftover = sleeper(`--user-data-dir=${profile}`)
  const innocent = sleeper('--user-data-dir=/elsewhere')
  const ended = new Promise((resolve) => leftover.once('exit', (_code, signal) => resolve(signal)))
  await symlink(`host-${innocent.pid}`, path.join(profile, 'SingletonLock'))
  await clearStaleProfileLock(profile, 0)
  await symlink(`host-${leftover.pid}`, path.join(profile, 'SingletonLock'))
  await clearStaleProfileLock(profile, 0)
  expect([await ended, innocent.exitCode, innocent.signalCode, hasLock()]).toEqual([
    'SIGKILL',
    null,
    null,
    false,
  ])
  innocent.kill()
})
