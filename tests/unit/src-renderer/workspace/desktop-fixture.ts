import { randomUUID } from 'node:crypto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { currentJournal } from '#main/journal/current-journal.ts'
import { journalHandlers } from '#main/journal/journal-handlers.ts'
import { createDatabase, type Database } from '#renderer/db/database.ts'
import { type OpeningRepair, openWorkspace } from '#renderer/workspace/open-workspace.ts'
import type { Workspace } from '#renderer/workspace/workspace.ts'
import type { Edit } from '#shared/edits/edit.ts'
import { keyOf } from '#shared/edits/state.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Desktop, Request } from '#shared/ipc/contract.ts'
import { BatchToken } from '#shared/ipc/exchange-channels.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { Pc, value } from '../../src-main/journal/journal-fixture.ts'

/** A PC with the journal in memory and an IndexedDB of its own; `calls` lists what the renderer asked. */
export class DeskPc extends Pc {
  indexedDB = new IDBFactory()
  /** What this PC's clock says. */
  time = '2021-09-30T08:00:00.000Z'
  /** What the last opening told of repairs. */
  repairs: readonly OpeningRepair[] = []
  readonly calls: string[] = []
  /** The same with what was sent along. */
  readonly asked: [channel: string, request: unknown][] = []
  readonly #batches = new Map<string, readonly Edit[]>()

  /** Edits of another PC lie ready in the main process, as out of a file that was proved. */
  bring(edits: readonly Edit[]): BatchToken {
    const batch = BatchToken.parse(randomUUID())
    this.#batches.set(batch, edits)
    return batch
  }

  desktop(): Pick<Desktop, 'call'> {
    const journals = currentJournal(() => this.open())
    const handlers = {
      ...journalHandlers({ journals }),
      'exchange:take-up': async ({ batch }: Request<'exchange:take-up'>) => {
        const edits = this.#batches.get(batch) ?? []
        const answer = await journals.current()?.takeUp(edits)
        if (answer?.ok !== true) return answer ?? err({ code: 'journal.not-open' as const })
        const { taken, ...rest } = answer.value
        const byId = new Map(edits.map((edit) => [keyOf(edit.id), edit]))
        return ok({ ...rest, edits: taken.flatMap((id) => byId.get(keyOf(id)) ?? []) })
      },
    }
    const call = async (channel: keyof typeof handlers, request: unknown) => {
      this.calls.push(channel)
      this.asked.push([channel, request])
      return structuredClone(await handlers[channel](structuredClone(request) as never))
    }
    return { call: call as Desktop['call'] }
  }

  database(): Database {
    return createDatabase('台账', { indexedDB: this.indexedDB, IDBKeyRange })
  }

  start(): Promise<Result<Workspace, AppError>> {
    this.repairs = []
    return openWorkspace({
      desktop: this.desktop(),
      database: this.database(),
      newId: randomUUID,
      now: () => new Date(this.time),
      repaired: (repairs) => {
        this.repairs = repairs
      },
      author: () => '李某',
    })
  }

  async started(): Promise<Workspace> {
    return value(await this.start())
  }
}

/** Everything a workspace tells of its records and of what can be undone. */
export function contentsOf(workspace: Workspace): unknown {
  const { records } = workspace
  const types = ['enterprise', 'activity', 'participation'] as const
  return {
    records: types.map((type) => [records.all(type), records.of(type)]),
    undo: workspace.canUndo(),
    redo: workspace.canRedo(),
  }
}
