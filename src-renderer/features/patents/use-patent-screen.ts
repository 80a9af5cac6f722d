import { useState } from 'react'
import { useScreenState } from '../../state/screen-state.ts'
import type { PatentView } from './patent-rows.ts'

/** A question the screen is asking. */
export type PatentDialog =
  | { readonly kind: 'grant'; readonly id: string }
  | { readonly kind: 'void'; readonly ids: readonly string[] }

/** What the screen shows: view, open record (or `new`), selection, question, and what another screen asked for. */
export function usePatentScreen() {
  const target = useScreenState((state) => state.target)
  const [view, setView] = useState<PatentView>('all')
  const [opened, setOpened] = useState<string | null>(target?.open ?? null)
  const [only, setOnly] = useState(target?.only ?? null)
  const [selected, setSelected] = useState<readonly string[]>([])
  const [dialog, setDialog] = useState<PatentDialog | null>(null)
  return {
    view,
    opened,
    only,
    selected,
    dialog,
    focus: opened !== null && opened === target?.open ? target.field : undefined,
    show: (next: PatentView) => {
      setView(next)
      setSelected([])
    },
    showAll: () => {
      setView('all')
      setOnly(null)
    },
    open: setOpened,
    select: setSelected,
    ask: setDialog,
  }
}
