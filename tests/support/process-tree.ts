import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Kills a process and everything it started with SIGKILL, and returns when all of them are gone. */
export async function killProcessTree(pid: number): Promise<void> {
  if (process.platform === 'win32') {
    execFileSync('taskkill', ['/F', '/T', '/PID', String(pid)], { stdio: 'ignore' })
    return
  }
  // Read before the first kill: orphans are adopted by another parent.
  await killProcesses([pid, ...descendants(pid)])
}

/** SIGKILL to each of these processes (Linux); returns when all of them are gone. */
export async function killProcesses(members: readonly number[]): Promise<void> {
  for (const member of members) kill(member)
  while (members.some(isRunning)) await sleep(20)
}

/** Process numbers of children, grandchildren and so on (Linux). */
export function descendants(pid: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/.test(name) ? parentOf(Number(name)) : null
    if (parent !== null) parents.set(Number(name), parent)
  }
  const found: number[] = []
  const queue = [pid]
  for (let current = queue.shift(); current !== undefined; current = queue.shift()) {
    const children = [...parents].filter(([, parent]) => parent === current).map(([child]) => child)
    found.push(...children)
    queue.push(...children)
  }
  return found
}

/** State letter and parent follow the name in brackets, which may contain anything. */
function statusOf(pid: number): readonly string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

function parentOf(pid: number): number | null {
  const parent = statusOf(pid)?.[1]
  return parent === undefined ? null : Number(parent)
}

function isRunning(pid: number): boolean {
  const state = statusOf(pid)?.[0]
  return state !== undefined && state !== 'Z' && state !== 'X'
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Already gone.
  }
}
