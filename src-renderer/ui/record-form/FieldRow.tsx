import { ActionIcon } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import type { DictionaryField } from '#shared/records/dictionary.ts'
import { formatField, parseTyped } from '#shared/records/parse-typed.ts'
import { amountEcho } from '#shared/records/typed-number.ts'
import { DateButton } from './DateButton.tsx'
import styles from './RecordForm.module.css'
import { type FieldDraft, type FieldPlace, type FieldSave, useFieldDraft } from './use-field-draft.ts'

export interface FieldRowProps {
  readonly field: DictionaryField
  readonly value: unknown
  readonly editor: ((value: unknown) => ReactNode) | undefined
  readonly note: string | undefined
  readonly hint: string | undefined
  /** What PCs do not agree on. */
  readonly conflict?: string | undefined
  readonly onConflict?: () => void
  readonly autoFocus: boolean
  readonly readOnly: boolean
  readonly kept: FieldPlace
  readonly onSave: FieldSave
  readonly onHistory?: () => void
}

/** Label, input, unit, and below it what is wrong, what to know, or the amount in 亿元 or 元. */
export function FieldRow(props: FieldRowProps) {
  const { field, value, editor, onHistory } = props
  const id = useId()
  const shownOnly = editor === undefined && (field.kind === 'list' || field.kind === 'ref' || props.readOnly)
  return (
    <div className={styles.row} data-field={field.name}>
      <label className={styles.label} htmlFor={id}>
        {field.title}
        {field.required === true ? (
          <span className={styles.required} title="必填">
            *
          </span>
        ) : null}
        {field.unit === undefined ? null : <span className={styles.unit}>({field.unit})</span>}
      </label>
      <div className={styles.control}>
        {editor === undefined ? null : editor(value)}
        {shownOnly ? (
          <output id={id} className={styles.shown}>
            {formatField(field, value) || '—'}
          </output>
        ) : null}
        {editor === undefined && !shownOnly ? <TypedInput {...props} id={id} /> : null}
        {props.conflict === undefined ? null : (
          <p className={styles.conflict}>
            {props.conflict}
            <button type="button" className={styles.settle} onClick={props.onConflict}>
              去核对
            </button>
          </p>
        )}
        {props.note === undefined ? null : <p className={styles.note}>{props.note}</p>}
        {props.hint === undefined ? null : <p className={styles.help}>{props.hint}</p>}
      </div>
      {onHistory === undefined ? null : (
        <ActionIcon
          className={styles.history ?? ''}
          aria-label={`${field.title}的历史`}
          title={`${field.title}的历史（Ctrl+H）`}
          tabIndex={-1}
          onClick={onHistory}
        >
          <IconHistory size={16} aria-hidden />
        </ActionIcon>
      )}
    </div>
  )
}

function TypedInput({ field, value, autoFocus, onSave, kept, id }: FieldRowProps & { id: string }) {
  const draft = useFieldDraft(field, value, onSave, kept)
  const input = useRef<HTMLInputElement & HTMLTextAreaElement & HTMLSelectElement>(null)
  useEffect(() => {
    if (autoFocus) input.current?.focus()
  }, [autoFocus])

  const attributes = {
    id,
    ref: input,
    'data-form-field': field.name,
    'aria-invalid': draft.error !== null,
    'aria-describedby': `${id}-below`,
    'aria-required': field.required === true,
  }
  return (
    <>
      <div className={styles.inputLine}>
        <Control field={field} draft={draft} attributes={attributes} />
        {field.kind === 'date' ? (
          <DateButton title={field.title} value={draft.text} onPick={(day) => draft.store(day)} />
        ) : null}
      </div>
      <Below id={`${id}-below`} field={field} draft={draft} />
    </>
  )
}

interface ControlProps {
  readonly field: DictionaryField
  readonly draft: FieldDraft
  readonly attributes: object
}

const FLAGS = ['是', '否']

function Control({ field, draft, attributes }: ControlProps) {
  const typing = {
    ...attributes,
    className: styles.input,
    value: draft.text,
    spellCheck: false,
    onBlur: () => draft.store(),
  }
  const choices = field.kind === 'flag' ? FLAGS : field.choices
  if (choices !== undefined) {
    return (
      <select {...typing} onChange={(event) => draft.store(event.currentTarget.value)}>
        <option value="">—</option>
        {choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    )
  }
  if (field.kind === 'longText') {
    return <textarea {...typing} rows={3} onChange={(event) => draft.type(event.currentTarget.value)} />
  }
  return (
    <input
      {...typing}
      type="text"
      autoComplete="off"
      placeholder={field.kind === 'date' ? '如 2021.3.5' : undefined}
      onChange={(event) => draft.type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) draft.giveUp()
      }}
    />
  )
}

function Below({ id, field, draft }: { id: string; field: DictionaryField; draft: FieldDraft }) {
  if (draft.error !== null) {
    return (
      <p id={id} role="alert" className={styles.error} data-refused>
        {draft.error}
      </p>
    )
  }
  const amount = field.kind === 'amount' ? parseTyped(field, draft.text) : null
  const echo = amount?.ok === true && typeof amount.value === 'number' ? amountEcho(amount.value) : ''
  const words = [echo, field.help ?? ''].filter((each) => each !== '').join('  ')
  return words === '' ? null : (
    <p id={id} className={styles.help}>
      {words}
    </p>
  )
}
