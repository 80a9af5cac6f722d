import { create } from 'zustand'
import type { Result } from '#shared/result.ts'

/** Typed text that was refused, kept until it is stored or given up. */
export interface KeptText {
  readonly typed: string
  /** Why it is not stored. */
  readonly message: string
  /** True when the text is good and could not be saved: a full disk, a stick pulled out. */
  readonly unsaved: boolean
  /** The record and the field in words, for the clerk who has left the screen. */
  readonly where: string
}

export interface KeptTexts {
  /** By place: the same field of the same record in the same form or grid. */
  readonly texts: ReadonlyMap<string, KeptText>
  keep(place: string, text: KeptText): void
  drop(place: string): void
}

/** Outlives the field, the form and the screen: what was typed is gone only when it is saved or given up. */
export const useKeptTexts = create<KeptTexts>((set) => ({
  texts: new Map(),
  keep: (place, text) => set(({ texts }) => ({ texts: new Map(texts).set(place, text) })),
  drop: (place) =>
    set((state) => {
      if (!state.texts.has(place)) return state
      const texts = new Map(state.texts)
      texts.delete(place)
      return { texts }
    }),
}))

/** Kept texts that only the disk refused. */
export function unsavedTexts(texts: KeptTexts['texts']): readonly KeptText[] {
  return [...texts.values()].filter((text) => text.unsaved)
}

type Saving = Promise<Result<unknown, { readonly message: string }>>

/**
 * Waits for typed text to be stored. When it is not, it is kept under its place, also if its field is gone by then;
 * returns the reason, null when it is stored.
 */
export async function keptUnlessStored(
  { place, typed, where }: { readonly place: string; readonly typed: string; readonly where: string },
  saving: Saving,
  kept: Pick<KeptTexts, 'keep' | 'drop'>,
): Promise<string | null> {
  const result = await saving.catch(() => ({ ok: false as const, error: { message: BROKEN_OFF } }))
  if (result.ok) kept.drop(place)
  else kept.keep(place, { typed, message: result.error.message, unsaved: true, where })
  return result.ok ? null : result.error.message
}

const BROKEN_OFF = '保存中断，没有保存。请再保存一次。'
