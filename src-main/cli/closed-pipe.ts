import type { Writable } from 'node:stream'

/** `pbz … | head -1`: a reader that has seen enough is no failure; the command ends with its own exit code. */
export function allowClosedPipe(...streams: readonly Writable[]): void {
  for (const stream of streams) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
}
