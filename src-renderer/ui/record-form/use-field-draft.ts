import { useEffect, useRef, useState } from 'react'
import type { FieldValue } from '#shared/edits/edit.ts'
import { editText, parseTyped, type TypedField } from '#shared/records/parse-typed.ts'
import type { Result } from '#shared/result.ts'

export type FieldSave = (value: FieldValue) => Promise<Result<unknown, { readonly message: string }>>

export interface FieldDraft {
  readonly text: string
  readonly error: string | null
  readonly type: (text: string) => void
  /** Stores what is typed, if it differs; refused text stays with its reason. */
  readonly store: (text?: string) => void
  readonly giveUp: () => void
}

/** One field being typed into: saved when left, kept when refused, saved also when the form goes away. */
export function useFieldDraft(field: TypedField, value: unknown, save: FieldSave): FieldDraft {
  const stored = editText(field, value)
  const [draft, setDraft] = useState<{ readonly text: string; readonly error: string | null } | null>(null)
  /** On its way to the journal: leaving the field and then the form is one save, not two. */
  const sent = useRef<string | null>(null)

  const store = (text = draft?.text ?? stored) => {
    if (text === sent.current) return
    if (text === stored) return setDraft(null)
    const parsed = parseTyped(field, text)
    if (!parsed.ok) return setDraft({ text, error: parsed.error.message })
    setDraft({ text, error: null })
    sent.current = text
    void save(parsed.value).then((result) => {
      sent.current = null
      setDraft((now) => {
        if (now === null || now.text !== text) return now
        return result.ok ? null : { text, error: result.error.message }
      })
    })
  }

  const leaving = useRef(() => {})
  useEffect(() => {
    leaving.current = () => {
      if (draft !== null && draft.error === null) store()
    }
  })
  useEffect(() => () => leaving.current(), [])

  return {
    text: draft?.text ?? stored,
    error: draft?.error ?? null,
    type: (text) => setDraft({ text, error: null }),
    store,
    giveUp: () => setDraft(null),
  }
}
