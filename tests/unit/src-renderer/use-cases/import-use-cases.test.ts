import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '#renderer/use-cases/import-read-workbook.ts'
import { importTitle, importWorkbook } from '#renderer/use-cases/import-workbook.ts'
import { createMemoryWorkspace } from '#renderer/workspace/memory-workspace.ts'
import { FileToken } from '#shared/ipc/channel.ts'
import type { Desktop } from '#shared/ipc/contract.ts'
import { ok } from '#shared/result.ts'
import { cleanWorkbook } from '#shared/tabular/clean-workbook.ts'
import type { Subject } from '#shared/tabular/cleaned.ts'
import { isImportable, planImport } from '#shared/tabular/import-plan.ts'
import { countingIds } from '#tests/support/imported-records.ts'
import { workbookFixture } from '#tests/support/workbook-fixture.ts'

const OPTIONS = { today: '2022-01-05', ownDivision: '430626', ownUnitName: '平江县', defaultYear: 2021 }

function emptyWorkspace() {
  return createMemoryWorkspace({
    newId: randomUUID,
    now: () => new Date('2021-10-08T08:00:00Z'),
    author: () => '李某',
  })
}

function planned(workspace: ReturnType<typeof emptyWorkspace>, name: string, subject: Subject) {
  const { main, companions } = cleanWorkbook(workbookFixture(name), subject, OPTIONS)
  const plan = planImport([main, ...companions], workspace.records, {
    newId: countingIds(),
    listYear: 2021,
    listState: '县级审定',
    includeRow: isImportable,
  })
  return { plan, main, companions }
}

describe('an import', () => {
  it('is one edit named by what it brings, and one undo', async () => {
    const workspace = emptyWorkspace()
    const { plan, main, companions } = planned(workspace, 'enterprises-clean-120.xlsx', 'enterprises')
    const done = await importWorkbook(workspace, plan, main, companions)
    expect(done.ok && [done.value.title, done.value.why]).toEqual([
      '导入 120 家企业',
      { kind: 'imported', file: 'enterprises-clean-120.xlsx', sheet: '参与企业名单' },
    ])
    expect([
      workspace.revision,
      workspace.records.of('enterprise').length,
      workspace.records.of('participation').length,
    ]).toEqual([1, 120, 120])
    await workspace.undo()
    expect(workspace.records.of('enterprise')).toEqual([])
  })

  it('takes the companion sheet in with its main sheet', async () => {
    const workspace = emptyWorkspace()
    const firms = planned(workspace, 'enterprises-clean-120.xlsx', 'enterprises')
    await importWorkbook(workspace, firms.plan, firms.main, firms.companions)
    const { plan, main, companions } = planned(workspace, 'patents-2021.xlsx', 'patents')
    await importWorkbook(workspace, plan, main, companions)
    const listed = workspace.records.of('participation')
    expect([
      workspace.canUndo()?.title,
      workspace.records.of('patent').length,
      listed.filter((entry) => entry.priorGrants !== undefined).length,
    ]).toEqual(['导入 117 件专利', 117, 120])
  })

  it('that only fills companions says so', () => {
    const workspace = emptyWorkspace()
    const { plan, main, companions } = planned(workspace, 'patents-2021.xlsx', 'patents')
    const rows = plan.rows.map((row) =>
      row.sheet === main.sheet ? { ...row, status: 'same' as const } : { ...row, status: 'changed' as const },
    )
    expect(importTitle({ ...plan, rows }, main, companions)).toBe('导入 120 行“列入前情况”')
  })
})

describe('reading a workbook', () => {
  it('tells the progress of its own task only, and stops listening afterwards', async () => {
    const told: string[] = []
    const asked: unknown[] = []
    let listener: ((payload: never) => void) | null = null
    let finish = () => {}
    const desktop = {
      call: (channel: string, request: unknown) => {
        asked.push([channel, request])
        return channel === 'workbook:read'
          ? new Promise((resolve) => {
              finish = () => resolve(ok({ file: 'x.xlsx', sheets: [] }))
            })
          : Promise.resolve(ok(null))
      },
      on: (_event: string, to: (payload: never) => void) => {
        listener = to
        return () => {
          listener = null
        }
      },
    } as unknown as Desktop
    const token = FileToken.parse('a'.repeat(20))
    const reading = readWorkbook(desktop, 'task-1', { token, name: 'x.xlsx', size: 1 }, ({ label }) =>
      told.push(label),
    )
    const say = (task: string) => listener?.({ task, label: task, done: 1, total: 2 } as never)
    say('task-1')
    say('task-2')
    reading.cancel()
    finish()
    expect(await reading.result).toEqual(ok({ file: 'x.xlsx', sheets: [] }))
    expect([told, listener, asked]).toEqual([
      ['task-1'],
      null,
      [
        ['workbook:read', { token, task: 'task-1' }],
        ['task:cancel', { task: 'task-1' }],
      ],
    ])
  })
})
