import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type FigurePlace, statedFiguresAt } from '#shared/indicators/stated-figures.ts'
import { fieldOf } from '#shared/records/dictionary.ts'
import { editText, parseTyped } from '#shared/records/parse-typed.ts'
import { newId } from '../../platform/new-id.ts'
import dialog from '../../ui/dialog.module.css'
import { sentenceOf } from '../../ui/sentence.ts'
import { tellFailure } from '../../ui/tell-failure.ts'
import { closableWhile } from '../../ui/unsaved-guard.ts'
import { stateFigure, unstateFigure } from '../../use-cases/figure-state.ts'
import { useRecords, useWorkspace } from '../../workspace/use-workspace.ts'

const VALUE = fieldOf('statedFigure', 'value')
const LONGEST = 200

export interface StatedFigureProps extends FigurePlace {
  /** 研发投入（累计）. */
  readonly title: string
  readonly unit: string
}

/** 手工填列 of one number of 表1, and back to 系统测算. */
export function StatedFigure({ title, unit, ...place }: StatedFigureProps) {
  const workspace = useWorkspace()
  const [known] = statedFiguresAt(useRecords(), place)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="subtle" onClick={() => setOpen(true)}>
        手工填列…
      </Button>
      {known === undefined ? null : (
        <Button variant="subtle" onClick={() => tellFailure(unstateFigure({ workspace }, place, title))}>
          恢复系统测算
        </Button>
      )}
      {open ? (
        <StatementDialog
          title={title}
          unit={unit}
          value={editText(VALUE, known?.value)}
          reason={known?.reason ?? ''}
          onSave={(value, reason) => stateFigure({ workspace, newId }, place, title, { value, reason })}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}

interface StatementDialogProps {
  readonly title: string
  readonly unit: string
  readonly value: string
  readonly reason: string
  readonly onSave: (value: number, reason: string) => ReturnType<typeof stateFigure>
  readonly onClose: () => void
}

function StatementDialog(props: StatementDialogProps) {
  const [value, setValue] = useState(props.value)
  const [reason, setReason] = useState(props.reason)
  const [failure, setFailure] = useState<{ readonly on: 'value' | 'reason'; readonly words: string } | null>(
    null,
  )
  const [busy, setBusy] = useState(false)

  async function save() {
    const typed = parseTyped({ ...VALUE, unit: props.unit }, value)
    if (!typed.ok) return setFailure({ on: 'value', words: typed.error.message })
    if (typeof typed.value !== 'number') return setFailure({ on: 'value', words: '请填写数字' })
    if (reason.trim() === '') return setFailure({ on: 'reason', words: '请填写填列理由' })
    setBusy(true)
    const saved = await props.onSave(typed.value, reason.trim())
    setBusy(false)
    if (saved.ok) props.onClose()
    else setFailure({ on: 'reason', words: sentenceOf(saved.error) })
  }

  return (
    <Modal
      opened
      onClose={props.onClose}
      title={`手工填列：${props.title}`}
      {...closableWhile(value === props.value && reason === props.reason)}
    >
      <form
        className={dialog.form}
        aria-label="手工填列"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <p>填列数代替系统测算数，理由印在表1附注并随报送文件上报。可用“恢复系统测算”或“撤销”退回。</p>
        <TextInput
          data-autofocus
          label={`填列数（${props.unit}）`}
          value={value}
          error={failure?.on === 'value' ? failure.words : null}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <TextInput
          label="填列理由"
          maxLength={LONGEST}
          value={reason}
          error={failure?.on === 'reason' ? failure.words : null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={dialog.actions}>
          <Button variant="default" onClick={props.onClose}>
            取消
          </Button>
          <Button type="submit" loading={busy}>
            填列
          </Button>
        </div>
      </form>
    </Modal>
  )
}
