import type { KeyboardEvent } from 'react'
import { isComposing } from './composing.ts'

/** Ctrl+H: what a field or a cell was before. */
export function isHistoryKey(event: KeyboardEvent): boolean {
  if (isComposing(event.nativeEvent) || event.altKey || event.shiftKey) return false
  return (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'h'
}
