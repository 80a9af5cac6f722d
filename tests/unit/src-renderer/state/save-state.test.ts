import { expect, it } from 'vitest'
import { withSaveState } from '#renderer/state/save-state.ts'
import { createMemoryWorkspace } from '#renderer/workspace/memory-workspace.ts'
import type { Workspace } from '#renderer/workspace/workspace.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { err } from '#shared/result.ts'

const edit = {
  ops: [{ record: 'enterprise' as const, id: 'a', set: { name: '样例公司' } }],
  why: { kind: 'typed' as const },
  title: '新增企业',
}

function memory(): Workspace {
  let n = 0
  return createMemoryWorkspace({
    newId: () => {
      n += 1
      return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
    },
    now: () => new Date(0),
    author: () => '测试',
  })
}

function reported(workspace: Workspace) {
  const log: (string | AppError | null)[] = []
  const wrapped = withSaveState(workspace, {
    started: () => log.push('started'),
    finished: (failure) => log.push(failure),
  })
  return { wrapped, log }
}

it('tells that a commit runs and that it is in the journal', async () => {
  const { wrapped, log } = reported(memory())
  const commit = wrapped.commit(edit)
  expect(log).toEqual(['started'])
  await commit
  expect(log).toEqual(['started', null])
})

it('tells why a commit failed', async () => {
  const failure: AppError = { code: 'file.disk-full', folder: '数据文件夹' }
  const { wrapped, log } = reported({ ...memory(), commit: async () => err(failure) })
  await wrapped.commit(edit)
  expect(log).toEqual(['started', failure])
})

it('does not stay at 正在保存 when a commit throws', async () => {
  const broken: Workspace = {
    ...memory(),
    commit: async () => {
      throw new Error('bug')
    },
  }
  const { wrapped, log } = reported(broken)
  await expect(wrapped.commit(edit)).rejects.toThrow('bug')
  expect(log).toEqual(['started', { code: 'system.unexpected', detail: '保存中断' }])
})

it('shows the records of the workspace after each edit', async () => {
  const { wrapped } = reported(memory())
  const before = wrapped.revision
  let heard = 0
  wrapped.subscribe(() => {
    heard += 1
  })
  await wrapped.commit(edit)
  expect(wrapped.records.get('enterprise', 'a')?.name).toBe('样例公司')
  expect(wrapped.revision).toBeGreaterThan(before)
  expect(heard).toBe(1)
  expect(wrapped.canUndo()?.title).toBe('新增企业')
  await wrapped.undo()
  expect(wrapped.records.get('enterprise', 'a')).toBeUndefined()
})
