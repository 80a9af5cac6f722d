import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { patentNumberRefusal } from '#shared/codes/patent-number-refusal.ts'
import { fieldOf } from '#shared/records/dictionary.ts'
import { parseTyped } from '#shared/records/parse-typed.ts'
import { PATENT_STATES } from '#shared/records/patent.ts'
import { newId } from '../../platform/new-id.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Status } from '../../ui/Status.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { createPatent } from '../../use-cases/patent-create.ts'
import { patentWithNumber } from '../../use-cases/patent-number-twin.ts'
import { useRecords, useWorkspace } from '../../workspace/use-workspace.ts'
import { FirmPicker, type PickedOwner } from './FirmPicker.tsx'
import styles from './Patents.module.css'
import { numberVerdict } from './patent-number-words.ts'
import { TypedDateInput } from './TypedDateInput.tsx'

export interface NewPatentPanelProps {
  readonly onOpen: (id: string) => void
  readonly onClose: () => void
}

interface Draft {
  readonly number: string
  readonly title: string
  readonly owner: PickedOwner | null
  readonly filedOn: string
  readonly status: string
}

const EMPTY: Draft = { number: '', title: '', owner: null, filedOn: '', status: '受理' }

/** 新增专利: the number first; kind, filing year and check digit are told while typing. */
export function NewPatentPanel({ onOpen, onClose }: NewPatentPanelProps) {
  const workspace = useWorkspace()
  const records = useRecords()
  const [draft, setDraft] = useState<Draft>(EMPTY)
  const [failure, setFailure] = useState<string | null>(null)
  const verdict = numberVerdict(draft.number)
  const twin = draft.number.trim() === '' ? undefined : patentWithNumber(records, draft.number)
  const change = (part: Partial<Draft>) => {
    setFailure(null)
    setDraft({ ...draft, ...part })
  }

  async function register(goOn: boolean) {
    const filedOn = parseTyped(fieldOf('patent', 'filedOn'), draft.filedOn)
    if (draft.number.trim() === '') return setFailure('请填申请号')
    if (draft.title.trim() === '') return setFailure('请填专利名称')
    const refusal = patentNumberRefusal(draft.number)
    if (refusal !== null) return setFailure(refusal)
    if (!filedOn.ok) return setFailure(filedOn.error.message)
    const created = await createPatent(workspace, newId, {
      ...draft,
      filedOn: filedOn.value === null ? null : String(filedOn.value),
      status: PATENT_STATES.find((state) => state === draft.status) ?? null,
    })
    if (!created.ok) setFailure(sentenceOf(created.error))
    else if (goOn) setDraft({ ...EMPTY, owner: draft.owner })
    else onOpen(created.value)
  }

  return (
    <Panel
      title="新增专利"
      onClose={onClose}
      footer={
        <>
          <Button disabled={twin !== undefined} onClick={() => void register(false)}>
            登记
          </Button>
          <Button variant="default" disabled={twin !== undefined} onClick={() => void register(true)}>
            登记并继续下一件
          </Button>
        </>
      }
    >
      <form
        className={styles.newForm}
        onSubmit={(event) => {
          event.preventDefault()
          if (twin === undefined) void register(false)
        }}
      >
        <TextInput
          label="申请号"
          withAsterisk
          autoFocus
          placeholder="如 201911044411.X，带 ZL、CN 也可"
          value={draft.number}
          onChange={(event) => change({ number: event.currentTarget.value })}
        />
        {verdict === null ? null : (
          <div className={styles.verdict} role="status">
            <Status quiet tone={verdict.tone} word={verdict.words} />
          </div>
        )}
        {twin === undefined ? null : (
          <div className={styles.twin}>
            <span>
              <Status quiet tone="note" word="已登记" /> {twin.title ?? '未填名称'}
            </span>
            <Button variant="default" onClick={() => onOpen(twin.id)}>
              打开
            </Button>
          </div>
        )}
        <TextInput
          label="专利名称"
          withAsterisk
          value={draft.title}
          maxLength={200}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <OwnerChoice owner={draft.owner} onChange={(owner) => change({ owner })} />
        <TypedDateInput label="申请日" text={draft.filedOn} onText={(filedOn) => change({ filedOn })} />
        <NativeSelect
          label="法律状态"
          description="已授权的，登记后点“登记授权”填授权公告日"
          value={draft.status}
          data={[...PATENT_STATES]}
          onChange={(event) => change({ status: event.currentTarget.value })}
        />
        <Failure sentence={failure} />
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Panel>
  )
}

interface OwnerChoiceProps {
  readonly owner: PickedOwner | null
  readonly onChange: (owner: PickedOwner | null) => void
}

function OwnerChoice({ owner, onChange }: OwnerChoiceProps) {
  return (
    <div>
      <p className={styles.label}>第一专利权人</p>
      {owner === null ? (
        <FirmPicker
          label="企业名称、代码或拼音首字母"
          onPick={(picked) => {
            onChange(picked)
            return undefined
          }}
        />
      ) : (
        <div className={styles.twin}>
          <span>
            {owner.name}
            {owner.enterprise === undefined ? <span className={styles.outside}>名录外</span> : null}
          </span>
          <Button variant="default" onClick={() => onChange(null)}>
            换一家
          </Button>
        </div>
      )}
    </div>
  )
}
