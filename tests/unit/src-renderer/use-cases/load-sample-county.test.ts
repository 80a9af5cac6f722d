import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { loadSampleCounty, type SampleProgress } from '#renderer/use-cases/load-sample-county.ts'
import { createMemoryWorkspace } from '#renderer/workspace/memory-workspace.ts'
import { computeIndicators } from '#shared/indicators/compute-indicators.ts'
import { planTargets } from '#shared/indicators/plan-targets.ts'
import { periodOf } from '#shared/indicators/report-period.ts'
import type { Channel, Desktop, Reply, Request } from '#shared/ipc/contract.ts'
import { err, ok } from '#shared/result.ts'
import { builtInPack } from '#tests/support/built-in-pack.ts'
import { workbookFixture } from '#tests/support/workbook-fixture.ts'

const FILES = {
  enterprises: 'enterprises-clean-120.xlsx',
  patents: 'patents-2021.xlsx',
  figures: 'figures-2021Q3.xlsx',
  activities: 'service-log-2021.xlsx',
} as const

/** Answers the two channels the sample county needs; the token of a file is its name. */
function desktopWithSamples(
  read = (name: string): unknown => ok(workbookFixture(name)),
): Pick<Desktop, 'call'> {
  return {
    call: async <C extends Channel>(channel: C, request: Request<C>): Promise<Reply<C>> => {
      const answer = (): unknown => {
        if (channel === 'sample:workbooks')
          return ok(
            Object.entries(FILES).map(([subject, name]) => ({
              subject,
              file: { token: name, name, size: 1 },
            })),
          )
        if (channel === 'workbook:read') return read((request as Request<'workbook:read'>).token)
        if (channel === 'task:cancel') return ok(null)
        throw new Error(`not expected: ${channel}`)
      }
      return answer() as Reply<C>
    },
  }
}

function load(desktop = desktopWithSamples(), signal = new AbortController().signal) {
  const workspace = createMemoryWorkspace({
    newId: randomUUID,
    now: () => new Date('2022-01-05T00:00:00Z'),
    author: () => '试用员',
  })
  const progress: SampleProgress[] = []
  const done = loadSampleCounty({
    desktop,
    workspace,
    newId: randomUUID,
    today: '2022-01-05',
    signal,
    onProgress: (step) => progress.push(step),
  })
  return { workspace, progress, done }
}

const RECORDS = ['enterprise', 'participation', 'patent', 'figures', 'activity', 'plan', 'profile'] as const

describe('the sample county', () => {
  test('comes in through cleaning and planning, each workbook one edit', async () => {
    const { workspace, progress, done } = load()
    expect(await done).toEqual(ok('loaded'))
    const counts = Object.fromEntries(RECORDS.map((type) => [type, workspace.records.of(type).length]))
    expect(counts).toEqual({
      enterprise: 120,
      participation: 120,
      patent: 117,
      // 345 of 企业数据, and 2019 and 2020 of each of the 120 firms from the list.
      figures: 585,
      activity: 300,
      plan: 1,
      profile: 1,
    })
    expect(workspace.revision).toBe(6)
    expect(progress.map(({ done: at, total, cancellable }) => [at, total, cancellable])).toEqual([
      [0, 8, true],
      [1, 8, true],
      [2, 8, true],
      [3, 8, true],
      [4, 8, false],
      [4, 8, false],
      [5, 8, false],
      [6, 8, false],
      [7, 8, false],
    ])
  })

  test('gives the figures that are expected of the workbooks, and targets beside them', async () => {
    const { workspace, done } = load()
    await done
    const results = computeIndicators(
      workspace.records,
      builtInPack(),
      periodOf(2021, 3),
      planTargets(workspace.records, 2021),
    )
    const shown = results
      .filter(({ id }) => ['participants', 'zero-breakers', 'grants'].includes(id))
      .map(({ id, quarter, cumulative, target }) => [id, quarter.value, cumulative.value, target])
    expect(shown).toEqual([
      ['participants', 0, 120, 120],
      ['zero-breakers', 3, 16, 25],
      ['grants', 11, 52, 75],
    ])
  })

  test('is undone edit by edit down to an empty program', async () => {
    const { workspace, done } = load()
    await done
    while (workspace.canUndo() !== null) await workspace.undo()
    expect(RECORDS.map((type) => workspace.records.of(type).length)).toEqual([0, 0, 0, 0, 0, 0, 0])
  })

  test('cancelled while the last workbook is read leaves nothing behind', async () => {
    const controller = new AbortController()
    const desktop = desktopWithSamples((name) => {
      if (name !== FILES.activities) return ok(workbookFixture(name))
      controller.abort()
      return err({ code: 'task.cancelled' })
    })
    const { workspace, done } = load(desktop, controller.signal)
    expect(await done).toEqual(ok('cancelled'))
    expect(workspace.revision).toBe(0)
  })

  test('with a workbook that cannot be read leaves nothing behind', async () => {
    const desktop = desktopWithSamples((name) =>
      name === FILES.activities ? err({ code: 'file.not-found', fileName: name }) : ok(workbookFixture(name)),
    )
    const { workspace, done } = load(desktop)
    expect(await done).toEqual(err({ code: 'file.not-found', fileName: FILES.activities }))
    expect(workspace.revision).toBe(0)
  })
})
