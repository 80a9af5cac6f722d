import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import type { FieldValue } from '#shared/edits/edit.ts'
import type { DictionaryField } from '#shared/records/dictionary.ts'
import type { Result } from '#shared/result.ts'
import { isComposing } from '../composing.ts'
import { isHistoryKey } from '../history-key.ts'
import { FieldRow } from './FieldRow.tsx'
import { fieldGroups } from './field-groups.ts'
import styles from './RecordForm.module.css'

export interface RecordFormProps {
  /** Accessible name, for example the record's title. */
  readonly label: string
  readonly fields: readonly DictionaryField[]
  /** The record's fields by name. */
  readonly values: Readonly<Record<string, unknown>>
  readonly onSave: (
    field: DictionaryField,
    value: FieldValue,
  ) => Promise<Result<unknown, { readonly message: string }>>
  /** Editors of lists and references, and of whatever a screen knows better, by field name. */
  readonly editors?: Readonly<Record<string, (value: unknown) => ReactNode>>
  /** A sentence beside a field, for example 校验位不符, by field name. */
  readonly notes?: Readonly<Record<string, string>>
  /** What PCs do not agree on, by field name, and the way to where it is settled. */
  readonly conflicts?: Readonly<Record<string, string>>
  readonly onConflict?: (field: DictionaryField) => void
  /** A quiet word beside a field: what the program works out itself, by field name. */
  readonly hints?: Readonly<Record<string, string>>
  /** Field that gets the focus when the form opens. */
  readonly focus?: string
  readonly readOnly?: boolean
  /** What refused text is kept under while the form is closed; the record's id when left out. */
  readonly keptAs?: string
  /** Opens what a field was before: a quiet button beside each field, and Ctrl+H in it. */
  readonly onHistory?: (field: DictionaryField) => void
}

/** The form of one record, made from the dictionary; each field is saved when it is left. */
export function RecordForm(props: RecordFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const { onHistory } = props

  function goOn(event: KeyboardEvent<HTMLFormElement>) {
    const from = event.target
    if (isHistoryKey(event)) return openFieldHistory(event)
    if (event.key !== 'Enter' || isComposing(event.nativeEvent) || !(from instanceof HTMLElement)) return
    if (from instanceof HTMLTextAreaElement && !event.ctrlKey) return
    if (from instanceof HTMLButtonElement) return
    event.preventDefault()
    const inputs = [...(form.current?.querySelectorAll<HTMLElement>('[data-form-field]') ?? [])]
    const next = inputs[inputs.indexOf(from) + (event.shiftKey ? -1 : 1)]
    if (next === undefined) from.blur()
    else next.focus()
  }

  function openFieldHistory(event: KeyboardEvent<HTMLFormElement>) {
    const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-field]') : null
    const field = props.fields.find((each) => each.name === row?.dataset.field)
    if (field === undefined || onHistory === undefined) return
    event.preventDefault()
    onHistory(field)
  }

  const keptAs = props.keptAs ?? String(props.values.id ?? '')

  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={props.label}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={goOn}
    >
      {fieldGroups(props.fields).map((group) => (
        <fieldset key={group.title} className={styles.group}>
          <legend className={styles.legend}>{group.title}</legend>
          {group.fields.map((field) => (
            <FieldRow
              key={field.name}
              field={field}
              value={props.values[field.name]}
              editor={props.editors?.[field.name]}
              note={props.notes?.[field.name]}
              hint={props.hints?.[field.name]}
              conflict={props.conflicts?.[field.name]}
              onConflict={() => props.onConflict?.(field)}
              autoFocus={props.focus === field.name}
              readOnly={props.readOnly === true}
              kept={{
                place: `${keptAs} ${field.name}`,
                where: `${props.label} ${field.title}`,
              }}
              onSave={(value) => props.onSave(field, value)}
              {...(onHistory === undefined ? {} : { onHistory: () => onHistory(field) })}
            />
          ))}
        </fieldset>
      ))}
    </form>
  )
}
