import { useEffect, useRef } from 'react'
import { hasOwnUndo, type Shortcut, shortcutOf } from './shortcuts.ts'

/** Takes the program's shortcuts wherever the focus is. */
export function useShortcuts(actions: Readonly<Record<Shortcut, () => void>>) {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event, hasOwnUndo(event.target))
      if (shortcut === null) return
      event.preventDefault()
      latest.current[shortcut]()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
