import type { KeyboardEvent } from 'react'

/** What a key means at the list of 待核对. */
export type DeskKey =
  | { readonly kind: 'move'; readonly to: number | 'first' | 'last' }
  | { readonly kind: 'pick'; readonly choice: number }
  | { readonly kind: 'take' | 'type' | 'undo' }

const PAGE = 10

const MOVES: Readonly<Record<string, number | 'first' | 'last'>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  PageUp: -PAGE,
  PageDown: PAGE,
  Home: 'first',
  End: 'last',
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** Up and down between items, 1 2 3 for a value, Enter takes it, T types another, U takes the last one back. */
export function deskKey({ key, ctrlKey, metaKey, altKey }: Pressed, choices: number): DeskKey | null {
  if (ctrlKey || metaKey || altKey) return null
  const to = MOVES[key]
  if (to !== undefined) return { kind: 'move', to }
  if (key === 'Enter') return { kind: 'take' }
  if (key === 't' || key === 'T') return { kind: 'type' }
  if (key === 'u' || key === 'U') return { kind: 'undo' }
  const choice = /^[1-9]$/.test(key) ? Number(key) - 1 : null
  return choice !== null && choice < choices ? { kind: 'pick', choice } : null
}
