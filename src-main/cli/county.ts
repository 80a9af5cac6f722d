import type { ImportedFile } from '#shared/cli/report-output.ts'
import { createRecord } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { ReportPeriod } from '#shared/indicators/indicator.ts'
import type { ReportingUnit } from '#shared/pack/plan-pack.ts'
import { PROFILE_ID, type Profile } from '#shared/records/profile.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Subject } from '#shared/tabular/cleaned.ts'
import { importWorkbook } from './import-workbook.ts'
import type { CliIo } from './io.ts'
import type { Ledger } from './ledger.ts'

export interface CountyInput {
  readonly profile: Profile
  readonly unit: ReportingUnit
  readonly period: ReportPeriod
  readonly today: string
  /** Firms first: the other workbooks name them. */
  readonly workbooks: readonly { readonly subject: Subject; readonly path: string }[]
}

/** Unit profile and workbooks into an empty ledger, one edit each, in the order given. */
export async function fillLedger(
  io: CliIo,
  ledger: Ledger,
  input: CountyInput,
  onImported: (file: ImportedFile) => void = () => undefined,
): Promise<Result<readonly ImportedFile[], AppError>> {
  const { unit, period, today } = input
  const profile = await ledger.commit({
    ops: [createRecord('profile', PROFILE_ID, input.profile)],
    why: { kind: 'typed' },
    title: '填写本单位档案',
  })
  if (!profile.ok) return profile
  const imported: ImportedFile[] = []
  for (const { subject, path } of input.workbooks) {
    const file = await importWorkbook(io, ledger, { subject, path, unit, period, today })
    if (!file.ok) return file
    imported.push(file.value)
    onImported(file.value)
  }
  return ok(imported)
}
