import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const LINUX_PLACES = ['/etc/machine-id', '/var/lib/dbus/machine-id']
const WINDOWS_KEY = 'HKLM\\SOFTWARE\\Microsoft\\Cryptography'

/**
 * A name for this installation of the operating system that changes when the PC is re-imaged. It is a hash:
 * the system's own id stays out of our files. The host name stands in where there is none.
 */
export async function machineId(): Promise<string> {
  const own = process.platform === 'win32' ? await windowsGuid() : await linuxId()
  return createHash('sha256')
    .update(`pbz-machine:${own ?? hostname()}`)
    .digest('hex')
    .slice(0, 32)
}

async function linuxId(): Promise<string | null> {
  for (const place of LINUX_PLACES) {
    const id = await readFile(place, 'utf8').catch(() => '')
    if (id.trim() !== '') return id.trim()
  }
  return null
}

async function windowsGuid(): Promise<string | null> {
  const reg = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'reg.exe')
  const query = ['query', WINDOWS_KEY, '/v', 'MachineGuid', '/reg:64']
  const answer = await promisify(execFile)(reg, query, { windowsHide: true }).catch(() => null)
  return answer?.stdout.match(/MachineGuid\s+REG_SZ\s+(\S+)/)?.[1] ?? null
}
