import type { AppError } from '#shared/errors/app-error.ts'
import type { CleanedSheet, Subject } from '#shared/tabular/cleaned.ts'
import { SUBJECT_TITLES } from '#shared/tabular/cleaned.ts'
import { likelierSubject } from '#shared/tabular/likelier-subject.ts'
import type { Workbook } from '#shared/tabular/matrix.ts'

/** Why a workbook is no table of its subject, naming what it looks like; `sheet` is the one asked for. */
export function tableProblem(
  workbook: Workbook,
  subject: Subject,
  main: CleanedSheet,
  sheet?: string,
): AppError | null {
  const likelier = likelierSubject(workbook, subject, sheet)
  const fileName = workbook.file
  const wanted = SUBJECT_TITLES[subject]
  if (likelier !== null)
    return { code: 'cli.other-table', fileName, subject: wanted, found: SUBJECT_TITLES[likelier] }
  return main.headerRows.length > 0 ? null : { code: 'cli.no-table', fileName, subject: wanted }
}
