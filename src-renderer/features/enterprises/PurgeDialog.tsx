import { Button, Checkbox, Modal, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { registerTitle } from '#shared/edits/register-words.ts'
import type { PurgePlacesReply } from '#shared/ipc/purge-channels.ts'
import { type PurgedField, purgePreview } from '#shared/purge/purge-preview.ts'
import { PERSONAL_FIELDS } from '#shared/purge/purge-target.ts'
import { desktop } from '../../platform/desktop.ts'
import { newId } from '../../platform/new-id.ts'
import { openAgain } from '../../platform/open-again.ts'
import { today } from '../../platform/today.ts'
import { useBackupsHolding } from '../../state/backups-holding.ts'
import { usePurgePlaces } from '../../state/purge-places.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Status } from '../../ui/Status.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { closableWhile } from '../../ui/unsaved-guard.ts'
import { runPurge, sayPurge } from '../../use-cases/purge-firm.ts'
import { PLAN_PACK } from '../../workspace/plan-pack.ts'
import { useRecords, useWorkspace } from '../../workspace/use-workspace.ts'
import styles from './PurgeDialog.module.css'
import { alsoCleared, doneWords, isComplete, stillHolding } from './purge-words.ts'

export interface PurgeDialogProps {
  readonly firm: { readonly id: string; readonly name?: string | undefined }
  /** Registers of a purge that was said but not done; null asks for a new one. */
  readonly unfinished: readonly string[] | null
  readonly onClose: () => void
}

const LONGEST_ASKER = 40
const LONGEST_REASON = 80

/** 清除个人信息: what goes, who asks and why, where it still is; done for good. */
export function PurgeDialog({ firm, unfinished, onClose }: PurgeDialogProps) {
  const workspace = useWorkspace()
  const records = useRecords()
  const backups = useBackupsHolding()
  // What stood when the dialog was opened: the purge itself empties the fields.
  const [fields] = useState(() => purgePreview(workspace.history('enterprise', firm.id, null)))
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    fields.map(({ register }) => register).filter(isMeant(unfinished)),
  )
  const [asker, setAsker] = useState('')
  const [reason, setReason] = useState('')
  const [said, setSaid] = useState(unfinished !== null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [done, setDone] = useState<readonly string[] | null>(null)
  const { places, lookAgain } = usePurgePlaces()
  const cleared = alsoCleared(places)
  const naming = useMemo(() => ({ records, indicators: PLAN_PACK.indicators }), [records])
  const titleOf = (register: string) => registerTitle(naming, { type: 'enterprise', register, value: null })

  async function purge() {
    setBusy(true)
    setFailure(await steps())
    setBusy(false)
  }

  /** The sentence of what failed; what was said once is not said again when the rest is tried again. */
  async function steps(): Promise<string | null> {
    if (!said) {
      const names = chosen.map(titleOf).join('、')
      const asked = { id: firm.id, registers: chosen, names, key: newId(), on: today(), asker, reason }
      const saying = await sayPurge(workspace, asked)
      if (!saying.ok) return sentenceOf(saying.error)
      setSaid(true)
    }
    const purged = await runPurge(workspace, desktop, { id: firm.id, registers: chosen })
    if (!purged.ok) return sentenceOf(purged.error)
    setDone(doneWords(purged.value))
    lookAgain()
    return null
  }

  if (done !== null) {
    return (
      <Modal
        opened
        onClose={openAgain}
        size={640}
        title="已清除个人信息"
        withCloseButton={false}
        {...closableWhile(false)}
      >
        <ul className={styles.list}>
          {done.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <StillHolding backups={backups} places={places} />
        <div className={styles.actions}>
          <Button data-autofocus onClick={openAgain}>
            重新打开台账
          </Button>
        </div>
      </Modal>
    )
  }
  const mayPurge = chosen.length > 0 && (said || isComplete({ asker, reason }))
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={`清除个人信息：${firm.name ?? '未填名称的企业'}`}
      {...closableWhile(asker === '' && reason === '' && !busy)}
    >
      {fields.length === 0 ? (
        <p>这家企业没有个人信息，历史里也没有。</p>
      ) : (
        <>
          <p className={styles.warning}>
            <Status tone="bad" word="不能恢复" />{' '}
            勾选的内容和它历次填过的值从本机台账中永久去掉，撤销也找不回来。
          </p>
          <FieldsTable fields={fields} chosen={chosen} titleOf={titleOf} locked={said} onChoose={setChosen} />
          {said ? null : (
            <div className={styles.asked}>
              <TextInput
                label="申请人"
                description="谁要求清除，如“该企业”“本股室”"
                required
                maxLength={LONGEST_ASKER}
                value={asker}
                onChange={(event) => setAsker(event.currentTarget.value)}
              />
              <TextInput
                label="原因"
                description="和申请人一起留在操作记录里，请不要写姓名和电话"
                required
                maxLength={LONGEST_REASON}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            </div>
          )}
          {cleared === null ? null : <p>{cleared}</p>}
          <StillHolding backups={backups} places={places} />
        </>
      )}
      <Failure sentence={failure} />
      <div className={styles.actions}>
        <Button variant="default" onClick={onClose} disabled={busy}>
          {fields.length === 0 ? '关闭' : '取消'}
        </Button>
        {fields.length === 0 ? null : (
          <Button color="red" disabled={!mayPurge} loading={busy} onClick={() => void purge()}>
            永久清除
          </Button>
        )}
      </div>
    </Modal>
  )
}

/** A new purge means the personal fields; free texts are added by hand. */
function isMeant(unfinished: readonly string[] | null): (register: string) => boolean {
  return (register) => (unfinished ?? PERSONAL_FIELDS).includes(register)
}

interface StillHoldingProps {
  readonly backups: readonly string[] | null
  readonly places: PurgePlacesReply | null
}

function StillHolding({ backups, places }: StillHoldingProps) {
  return (
    <>
      <h3 className={styles.part}>这些地方仍有，需另行处理</h3>
      <ul className={styles.list}>
        {stillHolding(backups, places).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {backups === null || backups.length === 0 ? null : (
        <ul className={styles.names} aria-label="仍有这些内容的备份">
          {backups.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
    </>
  )
}

interface FieldsTableProps {
  readonly fields: readonly PurgedField[]
  readonly chosen: readonly string[]
  readonly titleOf: (register: string) => string
  readonly locked: boolean
  readonly onChoose: (chosen: readonly string[]) => void
}

function FieldsTable({ fields, chosen, titleOf, locked, onChoose }: FieldsTableProps) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">清除</th>
          <th scope="col">现在</th>
          <th scope="col">填过的值（含历史）</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ register, values, isFilled }) => (
          <tr key={register}>
            <td>
              <Checkbox
                size="sm"
                label={titleOf(register)}
                disabled={locked}
                checked={chosen.includes(register)}
                onChange={(event) =>
                  onChoose(
                    event.currentTarget.checked
                      ? [...chosen, register]
                      : chosen.filter((other) => other !== register),
                  )
                }
              />
            </td>
            <td>{isFilled ? '有值' : '空'}</td>
            <td>{values} 个</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
