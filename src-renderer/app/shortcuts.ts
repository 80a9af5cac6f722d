import { isComposing } from '../ui/composing.ts'

export type Shortcut = 'undo' | 'redo' | 'palette'

/** The part of a keyboard event that decides; `field` is null outside text fields. */
export interface PressedKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly isComposing: boolean
  readonly keyCode: number
}

/**
 * Which of the program's shortcuts a key is. None while an input method composes; 撤销 and 重做 never where a text
 * field has an undo of its own.
 */
export function shortcutOf(pressed: PressedKey, inOwnUndoField: boolean): Shortcut | null {
  if (isComposing(pressed) || pressed.altKey || !(pressed.ctrlKey || pressed.metaKey)) return null
  const key = pressed.key.toLowerCase()
  if (key === 'k' && !pressed.shiftKey) return 'palette'
  if (inOwnUndoField) return null
  if (key === 'z') return pressed.shiftKey ? 'redo' : 'undo'
  return key === 'y' && !pressed.shiftKey ? 'redo' : null
}

/** True for a text field that undoes its own typing; a grid's resting editor gives 撤销 to the program. */
export function hasOwnUndo(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.dataset.undo === 'program') return false
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'file'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target.isContentEditable
}
