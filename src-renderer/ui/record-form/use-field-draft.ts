import { useEffect, useRef, useState } from 'react'
import type { FieldValue } from '#shared/edits/edit.ts'
import { editText, parseTyped, type TypedField } from '#shared/records/parse-typed.ts'
import type { Result } from '#shared/result.ts'
import { keptUnlessStored, useKeptTexts } from '../kept-texts.ts'

export type FieldSave = (value: FieldValue) => Promise<Result<unknown, { readonly message: string }>>

/** Where refused text is kept, and how the clerk is told where that is. */
export interface FieldPlace {
  readonly place: string
  readonly where: string
}

export interface FieldDraft {
  readonly text: string
  readonly error: string | null
  readonly type: (text: string) => void
  /** Stores what is typed, if it differs; refused text stays with its reason. */
  readonly store: (text?: string) => void
  readonly giveUp: () => void
}

/**
 * One field being typed into: saved when left, kept when refused, saved also when the form goes away. Refused text
 * outlives the form and stands in the field when it is opened again.
 */
export function useFieldDraft(
  field: TypedField,
  value: unknown,
  save: FieldSave,
  { place, where }: FieldPlace,
): FieldDraft {
  const stored = editText(field, value)
  const [typing, setTyping] = useState<string | null>(null)
  const refused = useKeptTexts((state) => state.texts.get(place))
  const { keep, drop } = useKeptTexts.getState()
  /** On its way to the journal: leaving the field and then the form is one save, not two. */
  const sent = useRef<string | null>(null)
  const text = typing ?? refused?.typed ?? stored

  const giveUp = () => {
    setTyping(null)
    drop(place)
  }
  const store = (typed = text) => {
    if (typed === sent.current) return
    if (typed === stored) return giveUp()
    const parsed = parseTyped(field, typed)
    if (!parsed.ok) {
      setTyping(null)
      return keep(place, { typed, message: parsed.error.message, unsaved: false, where })
    }
    setTyping(typed)
    drop(place)
    sent.current = typed
    void keptUnlessStored({ place, typed, where }, save(parsed.value), { keep, drop }).then(() => {
      if (sent.current === typed) sent.current = null
      setTyping((now) => (now === typed ? null : now))
    })
  }

  const leaving = useRef(() => {})
  useEffect(() => {
    leaving.current = () => {
      if (typing !== null) store()
    }
  })
  useEffect(() => () => leaving.current(), [])

  return {
    text,
    error: typing === null ? (refused?.message ?? null) : null,
    type: setTyping,
    store,
    giveUp,
  }
}
