import type { Handlers } from '#shared/ipc/contract.ts'
import { err } from '#shared/result.ts'
import type { Tasks } from '../app/tasks.ts'
import type { Journal } from './journal.ts'

export interface CheckHandlerDeps {
  readonly tasks: Pick<Tasks, 'run'>
  /** The open journal; null while there is none. */
  readonly journal: () => Journal | null
}

export function checkHandlers({ tasks, journal }: CheckHandlerDeps): Pick<Handlers, 'journal:check'> {
  return {
    'journal:check': async ({ task }) => {
      const open = journal()
      if (open === null) return err({ code: 'journal.not-open' })
      return tasks.run(task, (signal, report) => open.check(signal, report))
    },
  }
}
