import { useCallback, useEffect, useRef } from 'react'
import { createRoot } from 'react-dom/client'
import type { Sheet } from '#shared/sheets/sheet.ts'
import { desktop } from './platform/desktop.ts'
import './print.css'
import { SheetPages } from './ui/paper/SheetPages.tsx'

/** The hidden print window: lays out one job and tells the main process when every page stands. */
function PrintJob({ job, sheets }: { job: string; sheets: readonly Sheet[] }) {
  const pages = useRef(new Map<number, number>())
  const report = useCallback(
    (at: number, count: number) => {
      pages.current.set(at, count)
      if (pages.current.size < sheets.length) return
      const total = [...pages.current.values()].reduce((sum, n) => sum + n, 0)
      void desktop.call('print:ready', { job, pages: total })
    },
    [job, sheets.length],
  )
  return sheets.map((sheet, at) => <PrintedSheet key={sheet.form} sheet={sheet} at={at} onPages={report} />)
}

function PrintedSheet(props: { sheet: Sheet; at: number; onPages: (at: number, count: number) => void }) {
  const { sheet, at, onPages } = props
  const report = useCallback((count: number) => onPages(at, count), [at, onPages])
  useEffect(() => {
    if (at === 0) document.title = sheet.title
  }, [at, sheet.title])
  return <SheetPages sheet={sheet} onPages={report} />
}

const job = new URLSearchParams(location.search).get('job') ?? ''
const root = document.getElementById('root')
const reply = await desktop.call('print:job', { job })
if (root !== null && reply.ok) createRoot(root).render(<PrintJob job={job} sheets={reply.value.sheets} />)
