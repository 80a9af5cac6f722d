import { resolve } from 'node:path'
import { nodeIo } from './node-io.ts'
import { runCommand } from './run-command.ts'

// The bundle of this file lies in out/cli; a shared chunk would lie deeper.
const root = resolve(import.meta.dirname, '..', '..')

// Not process.exit: a pipe may still be taking the last of the answer.
process.exitCode = await runCommand(process.argv.slice(2), nodeIo(root))
