import { useEffect, useState } from 'react'
import type { Row } from '#shared/records/dictionary.ts'
import { today } from '../../platform/today.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { useRecords } from '../../workspace/use-workspace.ts'
import { type Period, startPeriod } from './figures-rows.ts'

export type FiguresDialog =
  | { readonly kind: 'void'; readonly figures: readonly Row<'figures'>[] }
  | { readonly kind: 'reminder' }

/** What the screen shows: period, open firm, filters, question; and what another screen asked for. */
export function useFiguresScreen() {
  const records = useRecords()
  const target = useScreenState((state) => state.target)
  const year = useScreenState((state) => state.year)
  const setYear = useScreenState((state) => state.setYear)
  const wanted = target?.open === undefined ? undefined : records.get('figures', target.open)
  const [chosen, setChosen] = useState<{ readonly year: number; readonly period: Period } | null>(
    wanted?.year === undefined || wanted.period === undefined
      ? null
      : { year: wanted.year, period: wanted.period },
  )
  const [opened, setOpened] = useState<string | null>(
    wanted?.enterprise === undefined
      ? (target?.open ?? null)
      : records.resolve('enterprise', wanted.enterprise),
  )
  const [only, setOnly] = useState(target?.only ?? null)
  const [missingOnly, setMissingOnly] = useState(false)
  const [quarters, setQuarters] = useState(false)
  const [selected, setSelected] = useState<readonly string[]>([])
  const [dialog, setDialog] = useState<FiguresDialog | null>(null)

  const wantedYear = wanted?.year
  useEffect(() => {
    if (wantedYear !== undefined) setYear(wantedYear)
  }, [wantedYear, setYear])

  return {
    year,
    period: chosen?.year === year ? chosen.period : startPeriod(records, year, today()),
    setPeriod: (period: Period) => setChosen({ year, period }),
    opened,
    open: setOpened,
    only,
    missingOnly,
    quarters,
    selected,
    dialog,
    focus: target?.field,
    showAll: () => {
      setOnly(null)
      setMissingOnly(false)
    },
    setMissingOnly,
    setQuarters,
    select: setSelected,
    ask: setDialog,
  }
}
