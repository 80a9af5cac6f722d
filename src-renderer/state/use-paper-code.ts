import { useEffect, useState } from 'react'
import type { Records } from '#shared/edits/read-model.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { ReportPeriod } from '#shared/indicators/indicator.ts'
import type { Result } from '#shared/result.ts'
import { desktop } from '../platform/desktop.ts'
import { type PaperCode, paperCode } from '../use-cases/print-code.ts'
import { PLAN_PACK } from '../workspace/plan-pack.ts'
import { useRecords, useWorkspace } from '../workspace/use-workspace.ts'

interface Checked {
  readonly records: Records
  readonly period: ReportPeriod
  readonly code: Result<PaperCode, AppError>
}

/** The 定稿 that paper of a period belongs to as the records stand; null while that is being found out. */
export function usePaperCode(period: ReportPeriod): Result<PaperCode, AppError> | null {
  const workspace = useWorkspace()
  const records = useRecords()
  const [checked, setChecked] = useState<Checked | null>(null)
  useEffect(() => {
    let gone = false
    const { station } = workspace
    const deps = { desktop, workspace: { records, station }, pack: PLAN_PACK }
    void paperCode(deps, period).then((code) => {
      if (!gone) setChecked({ records, period, code })
    })
    return () => {
      gone = true
    }
  }, [workspace, records, period])
  return checked?.records === records && checked.period === period ? checked.code : null
}
