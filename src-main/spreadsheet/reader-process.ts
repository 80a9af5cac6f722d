import { parseWorkbook } from './parse-workbook.ts'
import type { ReaderMessage, ReadRequest } from './reader-messages.ts'

/** Electron's utility processes talk through `process.parentPort`, forked Node processes through `process.send`. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: ReadRequest }) => void): void
  postMessage(message: ReaderMessage): void
}

const { parentPort } = process as { readonly parentPort?: ParentPort }

if (parentPort !== undefined) {
  parentPort.on('message', (event) => answer(event.data, (message) => parentPort.postMessage(message)))
} else {
  // The parent is the program itself; it ends this process when it has the result.
  process.on('message', (request: ReadRequest) => answer(request, (message) => process.send?.(message)))
  process.on('disconnect', () => process.exit())
}

function answer({ name, bytes, limits }: ReadRequest, post: (message: ReaderMessage) => void): void {
  const result = parseWorkbook(name, bytes, limits, (done, total) => post({ kind: 'progress', done, total }))
  post({ kind: 'result', json: JSON.stringify(result) })
}
