import { nodeIo } from './node-io.ts'
import { runCommand } from './run-command.ts'

// Not process.exit: a pipe may still be taking the last of the answer.
process.exitCode = await runCommand(process.argv.slice(2), nodeIo())
