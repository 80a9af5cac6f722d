import { type Channel, contract, type Handlers } from '#shared/ipc/contract.ts'
import { err } from '#shared/result.ts'
import { mayCall, type Sender } from './trusted-frame.ts'

/** The part of Electron's ipcMain that is used. */
export interface IpcMain {
  handle(channel: string, listener: (event: Sender, request: unknown) => Promise<unknown>): void
}

/** The trust boundary: nothing from the renderer is used before the sender and the shape are checked. */
export function registerHandlers(
  ipcMain: IpcMain,
  handlers: Handlers,
  isPrintPage: (id: number) => boolean,
  reportBug: (channel: Channel, error: unknown) => void,
): void {
  for (const channel of Object.keys(contract) as Channel[]) {
    ipcMain.handle(channel, async (event, raw) => {
      if (!mayCall(event, channel, isPrintPage)) return err({ code: 'ipc.untrusted-sender' })
      try {
        const request = contract[channel].request.safeParse(raw)
        if (!request.success) return err({ code: 'ipc.bad-request', channel })
        // The loop has lost which channel it is; the line above has checked the request for it.
        const reply: unknown = await handlers[channel](request.data as never)
        if (!isResult(reply)) throw new Error('The handler did not answer with a Result.')
        return reply
      } catch (error) {
        // Message, stack and paths stay in the main process; the channel is enough to find the report.
        reportBug(channel, error)
        return err({ code: 'system.unexpected', detail: channel })
      }
    })
  }
}

function isResult(reply: unknown): boolean {
  if (typeof reply !== 'object' || reply === null || !('ok' in reply)) return false
  return reply.ok === true ? 'value' in reply : reply.ok === false && 'error' in reply
}
