import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { reportedFigure } from '#shared/bundle/report-body.ts'
import { chinaDay } from '#shared/china-day.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { periodOf } from '#shared/indicators/report-period.ts'
import type { PlanPack } from '#shared/pack/plan-pack.ts'
import { placeAfter } from '#shared/report/chain-place.ts'
import { checkList } from '#shared/report/check-list.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { ToPdf } from '../bundles/handover-folder.ts'
import type { SigningKey } from '../bundles/key-file.ts'
import { type Journal, openJournal } from '../journal/journal.ts'
import { nodeJournalFiles } from '../journal/node-journal-files.ts'
import { nodeMarkerStore } from '../journal/node-marker-store.ts'
import { fillLedger } from './county.ts'
import type { CliIo } from './io.ts'
import { createLedger } from './ledger.ts'
import { figureWords, importWords } from './report-words.ts'
import { signAndWrite, type WrittenReport } from './sign-and-write.ts'

export interface DemoPlace {
  /** Temporary data folder with the journal. */
  readonly data: string
  /** Workbooks of the sample county. */
  readonly samples: string
  /** Where the 报送材料 folder is made. */
  readonly results: string
}

const WORKBOOKS = [
  { subject: 'enterprises', file: 'enterprises-clean-120.xlsx' },
  { subject: 'patents', file: 'patents-2021.xlsx' },
  { subject: 'figures', file: 'figures-2021Q3.xlsx' },
  { subject: 'activities', file: 'service-log-2021.xlsx' },
] as const
const PERIOD = periodOf(2021, 3)

export interface DemoKeys {
  readonly preparer: SigningKey
  readonly reviewer: SigningKey
}

/** The sample county's quarter: imports into a journal, numbers, check list, two signatures, folder. */
export async function demoQuarter(
  io: CliIo,
  pack: PlanPack,
  place: DemoPlace,
  keys: DemoKeys,
  toPdf: ToPdf | null,
): Promise<Result<WrittenReport, AppError>> {
  const unit = pack.units.find(({ trial }) => trial === true)
  if (unit === undefined) return err({ code: 'pack.invalid', detail: 'units' })
  const journal = await openDemoJournal(io, place.data)
  if (!journal.ok) return journal
  const { preparer, reviewer } = keys
  const profile = {
    unit: unit.code,
    fullName: `${unit.name}科技和工业信息化局`,
    preparer: preparer.public.person,
    reviewer: reviewer.public.person,
  }
  const today = chinaDay(io.now())
  const ledger = createLedger(io, preparer.public.person, (draft) => journal.value.commit(draft))
  const workbooks = WORKBOOKS.map(({ subject, file }) => ({ subject, path: join(place.samples, file) }))
  const input = { unit, profile, period: PERIOD, today, workbooks }
  const imports = await fillLedger(io, ledger, input, (file) => io.print(`  ${importWords(file)}`))
  const { station } = journal.value.opened()
  const { count } = journal.value.opened().head
  await journal.value.close()
  if (!imports.ok) return imports
  io.print(`  台账日志已保存 ${count} 次操作，每次都已落盘`)
  const records = ledger.records()
  const findings = checkList(records, pack, PERIOD)
  const stops = findings.filter(({ severity }) => severity === 'blocking')
  if (stops.length > 0)
    return err({ code: 'cli.blocked', reasons: stops.map(({ message }) => message).join('；') })
  const written = await signAndWrite(io, {
    records,
    pack,
    period: PERIOD,
    unit,
    profile,
    today,
    station,
    place: placeAfter(null, PERIOD.id),
    supersedes: null,
    preparer,
    reviewer,
    parent: place.results,
    toPdf,
  })
  if (!written.ok) return written
  io.print('二、三季度数字（表1）')
  for (const result of written.value.set.results) io.print(`  ${figureWords(reportedFigure(result))}`)
  for (const { message } of findings) io.print(`  报送前检查 · ${message}`)
  return ok(written.value)
}

async function openDemoJournal(io: CliIo, data: string): Promise<Result<Journal, AppError>> {
  await mkdir(data, { recursive: true })
  return openJournal({
    files: nodeJournalFiles(join(data, 'journal')),
    marker: nodeMarkerStore(join(data, 'stations'), data),
    machine: 'demo',
    folder: data,
    newId: io.newId,
  })
}
