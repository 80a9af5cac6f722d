import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { fieldOf } from '#shared/records/dictionary.ts'
import { parseTyped } from '#shared/records/parse-typed.ts'
import { today } from '../../platform/today.ts'
import { sentenceOf } from '../../ui/sentence.ts'
import { closableWhile } from '../../ui/unsaved-guard.ts'
import { exitList } from '../../use-cases/participation-edit.ts'
import { useWorkspace } from '../../workspace/use-workspace.ts'
import styles from './Enterprises.module.css'
import type { ListRow } from './list-rows.ts'

const REASONS = ['企业注销', '迁出本辖区', '不再是中小企业', '企业自愿退出']
const LONGEST = 200

/** 退出名单: from which day, and why. The firms stay counted for their year. */
export function ExitDialog({ rows, onClose }: { rows: readonly ListRow[]; onClose: () => void }) {
  const workspace = useWorkspace()
  const [only] = rows
  const [proposed] = useState(() => exitDay(today(), only?.year))
  const [day, setDay] = useState(proposed)
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<{ readonly on: 'day' | 'reason'; readonly words: string } | null>(
    null,
  )
  const [busy, setBusy] = useState(false)

  async function exit() {
    const date = parseTyped(fieldOf('participation', 'exitedOn'), day)
    if (!date.ok) return setFailure({ on: 'day', words: date.error.message })
    if (typeof date.value !== 'string') return setFailure({ on: 'day', words: '请填写退出日期' })
    if (reason.trim() === '') return setFailure({ on: 'reason', words: '请填写退出原因' })
    setBusy(true)
    const ids = rows.map((row) => row.id)
    const result = await exitList(workspace, ids, date.value, reason.trim())
    setBusy(false)
    if (result.ok) onClose()
    else setFailure({ on: 'reason', words: sentenceOf(result.error) })
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={rows.length === 1 ? `${only?.firmName ?? ''} 退出名单` : `${rows.length} 家企业退出名单`}
      {...closableWhile(reason === '' && day === proposed)}
    >
      <form
        className={styles.dialogForm}
        onSubmit={(event) => {
          event.preventDefault()
          void exit()
        }}
      >
        <p className={styles.hint}>退出后当年仍计入参与企业数，名单中标为“已退出”，可随时重新列入。</p>
        <TextInput
          label="退出日期"
          placeholder="如 2021.9.30"
          value={day}
          error={failure?.on === 'day' ? failure.words : null}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TextInput
          data-autofocus
          label="退出原因"
          maxLength={LONGEST}
          value={reason}
          error={failure?.on === 'reason' ? failure.words : null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={styles.stock}>
          {REASONS.map((each) => (
            <Button key={each} variant="default" onClick={() => setReason(each)}>
              {each}
            </Button>
          ))}
        </div>
        <div className={styles.dialogActions}>
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <Button type="submit" loading={busy}>
            退出名单
          </Button>
        </div>
      </form>
    </Modal>
  )
}

/** Today while the list is this year's; for another year the day is asked. */
function exitDay(day: string, year: number | undefined): string {
  return day.startsWith(`${year}-`) ? day : ''
}
