import type { Handlers } from '#shared/ipc/contract.ts'
import { ok } from '#shared/result.ts'
import type { SendEvent } from '../ipc/event-sender.ts'

/** Progress of one long task: what is being done, how much, of how much (null while unknown). */
export type ReportProgress = (label: string, done: number, total: number | null) => void

export interface Tasks {
  /** Runs work that 取消 aborts through the signal and that reports progress to the window. */
  run<T>(task: string, work: (signal: AbortSignal, report: ReportProgress) => Promise<T>): Promise<T>
  cancel(task: string): void
}

/** Long tasks under way, by the id their caller chose. Cancelling an unknown one does nothing: it has just ended. */
export function createTasks(send: SendEvent): Tasks {
  const running = new Map<string, AbortController>()
  return {
    run: async (task, work) => {
      const controller = new AbortController()
      running.set(task, controller)
      try {
        return await work(controller.signal, (label, done, total) =>
          send('task:progress', { task, label, done, total }),
        )
      } finally {
        if (running.get(task) === controller) running.delete(task)
      }
    },
    cancel: (task) => running.get(task)?.abort(),
  }
}

export function taskHandlers(tasks: Tasks): Pick<Handlers, 'task:cancel'> {
  return {
    'task:cancel': async ({ task }) => {
      tasks.cancel(task)
      return ok(null)
    },
  }
}
