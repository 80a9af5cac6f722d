import { resolve } from 'node:path'
import { allowClosedPipe } from './closed-pipe.ts'
import { nodeIo } from './node-io.ts'
import { runCommand } from './run-command.ts'

// The bundle of this file lies in out/cli; a shared chunk would lie deeper.
const root = resolve(import.meta.dirname, '..', '..')

allowClosedPipe(process.stdout, process.stderr)
// Not process.exit: a pipe may still be taking the last of the answer.
process.exitCode = await runCommand(process.argv.slice(2), nodeIo(root))
