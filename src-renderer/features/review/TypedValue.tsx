import { useEffect, useRef } from 'react'
import { patentNumberRefusal } from '#shared/codes/patent-number-refusal.ts'
import type { EditDraft, FieldValue } from '#shared/edits/edit.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { DictionaryField } from '#shared/records/dictionary.ts'
import { err, type Result } from '#shared/result.ts'
import { RecordForm } from '../../ui/record-form/RecordForm.tsx'
import { told } from '../../ui/told.ts'
import styles from './Review.module.css'

export interface TypedValueProps {
  readonly field: DictionaryField
  readonly onSave: (value: FieldValue) => Promise<Result<EditDraft, AppError>>
  readonly onLeave: () => void
}

/** A third value, in the field's own editor with its checks. */
export function TypedValue({ field, onSave, onLeave }: TypedValueProps) {
  const save = async (_field: DictionaryField, value: FieldValue) => {
    const refusal =
      field.kind === 'patentNumber' && typeof value === 'string' ? patentNumberRefusal(value) : null
    return refusal === null ? told(onSave(value)) : err({ message: refusal })
  }
  const box = useRef<HTMLDivElement>(null)
  const leave = useRef(onLeave)
  useEffect(() => {
    leave.current = onLeave
  })
  useEffect(() => {
    const around = box.current
    // Heard after the field has given up what was typed.
    const giveUp = (event: globalThis.KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) leave.current()
    }
    around?.addEventListener('keydown', giveUp)
    return () => around?.removeEventListener('keydown', giveUp)
  }, [])
  return (
    <div ref={box} className={styles.typed}>
      <RecordForm label="另填一个" fields={[field]} values={{}} focus={field.name} onSave={save} />
      <p className={styles.keys}>填好按回车保存；Esc 不填了。</p>
    </div>
  )
}
