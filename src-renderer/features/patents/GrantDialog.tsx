import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Row } from '#shared/records/dictionary.ts'
import { fieldOf } from '#shared/records/dictionary.ts'
import { parseTyped } from '#shared/records/parse-typed.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Status } from '../../ui/Status.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { closableWhile } from '../../ui/unsaved-guard.ts'
import { type GrantAnswer, registerGrant, type ZeroBreak } from '../../use-cases/patent-grant.ts'
import { PLAN_PACK } from '../../workspace/plan-pack.ts'
import { useWorkspace } from '../../workspace/use-workspace.ts'
import { type GrantDraft, grantAnswer } from './grant-answer.ts'
import styles from './Patents.module.css'
import { TypedDateInput } from './TypedDateInput.tsx'

export interface GrantDialogProps {
  readonly patent: Row<'patent'>
  /** `YYYY-MM-DD`. */
  readonly today: string
  readonly onClose: () => void
}

interface Outcome {
  readonly breaks: readonly ZeroBreak[]
  /** Year of the 授权公告日. */
  readonly year: number
}

/** 登记授权: asks 公告了吗; only the 授权公告日 makes a grant that counts. */
export function GrantDialog({ patent, today, onClose }: GrantDialogProps) {
  const workspace = useWorkspace()
  const [draft, setDraft] = useState<GrantDraft>({
    announced: true,
    grantedOn: patent.grantedOn ?? '',
    grantNo: patent.grantNo ?? '',
  })
  const [failure, setFailure] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)

  const isTyped =
    draft.grantedOn !== (patent.grantedOn ?? '') ||
    draft.grantNo !== (patent.grantNo ?? '') ||
    !draft.announced

  async function register() {
    const answer = grantAnswer(draft, patent, today, (typed) => {
      const parsed = parseTyped(fieldOf('patent', 'grantedOn'), typed)
      return parsed.ok ? { ok: true, value: String(parsed.value ?? '') } : parsed
    })
    if (!answer.ok) return setFailure(answer.error.message)
    await store(answer.value)
  }
  async function store(answer: GrantAnswer) {
    const done = await registerGrant(workspace, PLAN_PACK, patent.id, answer)
    if (!done.ok) setFailure(sentenceOf(done.error))
    else if (done.value.length === 0 || !answer.announced) onClose()
    else setOutcome({ breaks: done.value, year: Number(answer.grantedOn.slice(0, 4)) })
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={`登记授权：${patent.title ?? '未填名称'}`}
      {...closableWhile(outcome !== null || !isTyped)}
    >
      {outcome === null ? (
        <form
          className={styles.dialogForm}
          onSubmit={(event) => {
            event.preventDefault()
            void register()
          }}
        >
          <Question draft={draft} failure={failure} onChange={setDraft} />
          <div className={styles.dialogActions}>
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit">登记</Button>
          </div>
        </form>
      ) : (
        <ZeroBreaks outcome={outcome} onClose={onClose} />
      )}
    </Modal>
  )
}

interface QuestionProps {
  readonly draft: GrantDraft
  readonly failure: string | null
  readonly onChange: (draft: GrantDraft) => void
}

function Question({ draft, failure, onChange }: QuestionProps) {
  return (
    <>
      <p className={styles.label}>公告了吗？</p>
      <SegmentedControl
        fullWidth
        aria-label="公告了吗"
        value={draft.announced ? 'yes' : 'no'}
        data={[
          { value: 'yes', label: '已经公告' },
          { value: 'no', label: '未公告，只收到授权通知' },
        ]}
        onChange={(value) => onChange({ ...draft, announced: value === 'yes' })}
      />
      {draft.announced ? (
        <>
          <TypedDateInput
            label="授权公告日"
            required
            autoFocus
            text={draft.grantedOn}
            error={failure}
            onText={(grantedOn) => onChange({ ...draft, grantedOn })}
          />
          <TextInput
            label="授权公告号"
            description="可不填，如 CN110941994B"
            value={draft.grantNo}
            onChange={(event) => onChange({ ...draft, grantNo: event.currentTarget.value })}
          />
        </>
      ) : (
        <>
          <p className={styles.hint}>登记为“已获授权通知，待公告”。公告前不计入授权量；公告后再登记一次。</p>
          <Failure sentence={failure} />
        </>
      )}
    </>
  )
}

function ZeroBreaks({ outcome, onClose }: { outcome: Outcome; onClose: () => void }) {
  const goTo = useScreenState((state) => state.goTo)
  const setYear = useScreenState((state) => state.setYear)
  return (
    <div className={styles.dialogForm}>
      {outcome.breaks.map((each) => (
        <div key={each.firm} className={styles.zeroBreak}>
          <Status
            tone={each.verdict === 'achieved' ? 'good' : 'warn'}
            word={each.verdict === 'achieved' ? '实现破零' : '破零待核实'}
          />
          <strong>{each.firm}</strong>
          <p className={styles.hint}>{each.reason}</p>
        </div>
      ))}
      <div className={styles.dialogActions}>
        <Button
          variant="default"
          onClick={() => {
            setYear(outcome.year)
            goTo('progress')
          }}
        >
          去看进度
        </Button>
        <Button data-autofocus onClick={onClose}>
          完成
        </Button>
      </div>
    </div>
  )
}
