import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { NOTICE_TASKS } from '#shared/pack/notice-tasks.ts'
import { parseTypedDate } from '#shared/records/typed-date.ts'
import { newId } from '../../platform/new-id.ts'
import { Failure } from '../../ui/Failure.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { addMeasure } from '../../use-cases/plan-measures.ts'
import { useWorkspace } from '../../workspace/use-workspace.ts'
import styles from './Plan.module.css'

interface Draft {
  readonly task: string
  readonly measure: string
  readonly owner: string
  readonly deadline: string
}

const EMPTY: Draft = { task: '', measure: '', owner: '', deadline: '' }

/** One line to add a 工作举措; what was typed stays when something is wrong. */
export function NewMeasure({ plan }: { plan: string }) {
  const workspace = useWorkspace()
  const [draft, setDraft] = useState<Draft>(EMPTY)
  const [failure, setFailure] = useState<string | null>(null)
  const change = (part: Partial<Draft>) => {
    setFailure(null)
    setDraft({ ...draft, ...part })
  }

  async function add() {
    const { task, owner } = draft
    const measure = draft.measure.trim()
    const typed = draft.deadline.normalize('NFKC').trim()
    const deadline = typed === '' ? null : parseTypedDate(typed)
    if (measure === '') return setFailure('请填写举措')
    if (deadline !== null && !deadline.ok) return setFailure(`完成时限：${deadline.error.message}`)
    const done = await addMeasure(workspace, newId, plan, {
      measure,
      state: '未启动',
      ...(task === '' ? {} : { task }),
      ...(owner.trim() === '' ? {} : { owner: owner.trim() }),
      ...(deadline === null ? {} : { deadline: deadline.value }),
    })
    if (done.ok) setDraft({ ...EMPTY, task, owner })
    else setFailure(sentenceOf(done.error))
  }

  return (
    <form
      className={styles.newMeasure}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <NativeSelect
        size="xs"
        aria-label="任务"
        value={draft.task}
        data={[{ value: '', label: '任务 —' }, ...NOTICE_TASKS]}
        onChange={(event) => change({ task: event.currentTarget.value })}
      />
      <TextInput
        className={styles.measureText ?? ''}
        size="xs"
        aria-label="新举措"
        placeholder="举措"
        maxLength={500}
        value={draft.measure}
        onChange={(event) => change({ measure: event.currentTarget.value })}
      />
      <TextInput
        className={styles.short ?? ''}
        size="xs"
        aria-label="责任人"
        placeholder="责任人"
        maxLength={60}
        value={draft.owner}
        onChange={(event) => change({ owner: event.currentTarget.value })}
      />
      <TextInput
        className={styles.short ?? ''}
        size="xs"
        aria-label="完成时限"
        placeholder="时限 2021.6.30"
        value={draft.deadline}
        onChange={(event) => change({ deadline: event.currentTarget.value })}
      />
      <Button type="submit">添加</Button>
      <Failure sentence={failure} />
    </form>
  )
}
