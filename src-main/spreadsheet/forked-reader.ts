import { fork } from 'node:child_process'
import type { StartReader } from './reader-messages.ts'

/** Reader in a forked Node process, for the command line and tests; `entry` is the bundled reader.cjs. */
export function forkedReader(entry: string): StartReader {
  return (megabytes) => {
    const child = fork(entry, [], {
      execArgv: [`--max-old-space-size=${megabytes}`],
      serialization: 'advanced',
      // V8's out-of-memory report is not for the user.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    return {
      send: (request) => {
        child.send(request)
      },
      onMessage: (listener) => {
        child.on('message', listener)
      },
      onExit: (listener) => {
        child.once('exit', listener)
        child.on('error', listener)
      },
      // A process in a tight loop still obeys SIGKILL.
      kill: () => {
        child.kill('SIGKILL')
      },
    }
  }
}
