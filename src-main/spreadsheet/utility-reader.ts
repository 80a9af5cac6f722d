import { utilityProcess } from 'electron'
import type { StartReader } from './reader-messages.ts'

/** Reader in one of Electron's utility processes; `entry` is the bundled reader.cjs. */
export function utilityReader(entry: string): StartReader {
  return (megabytes) => {
    const child = utilityProcess.fork(entry, [], {
      execArgv: [`--max-old-space-size=${megabytes}`],
      serviceName: 'workbook reader',
      stdio: 'ignore',
    })
    return {
      send: (request) => child.postMessage(request),
      onMessage: (listener) => {
        child.on('message', listener)
      },
      onExit: (listener) => {
        child.once('exit', () => listener())
      },
      kill: () => {
        child.kill()
      },
    }
  }
}
