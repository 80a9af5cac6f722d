import { BUNDLE_LIMITS } from '#shared/bundle/bundle-file.ts'
import type { PreviousFile } from '#shared/bundle/check-order.ts'
import { unitTitle } from '#shared/bundle/check-signers.ts'
import { bundleFileName } from '#shared/bundle/file-name.ts'
import { chinaDay } from '#shared/china-day.ts'
import { type AppError, inFile } from '#shared/errors/app-error.ts'
import type { ReportPeriod } from '#shared/indicators/indicator.ts'
import { reportPeriod } from '#shared/indicators/report-period.ts'
import type { PlanPack, ReportingUnit } from '#shared/pack/plan-pack.ts'
import { type ChainPlace, placeAfter } from '#shared/report/chain-place.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { SigningKey } from '../bundles/key-file.ts'
import { readPreviousFile } from '../bundles/verify-file.ts'
import { readFileWithin } from '../files/read-file.ts'
import type { Arguments } from './arguments.ts'
import type { CountyInput } from './county.ts'
import type { CliIo } from './io.ts'
import { unlockKey } from './key-input.ts'

export interface ReportTask extends Omit<CountyInput, 'workbooks'> {
  readonly pack: PlanPack
  readonly preparer: SigningKey
  readonly reviewer: SigningKey | null
  readonly station: string
  readonly place: ChainPlace
  readonly supersedes: string | null
}

/** Everything that may be wrong before a workbook is opened, keys and passphrases first of all. */
export async function readTask(args: Arguments, io: CliIo): Promise<Result<ReportTask, AppError>> {
  const pack = await io.loadPack()
  if (!pack.ok) return pack
  const where = readPlaceInTime(args, pack.value)
  if (!where.ok) return where
  const keys = await readKeys(args, io)
  if (!keys.ok) return keys
  const { unit, period } = where.value
  const last = await readPrevious(args, io, unit)
  if (!last.ok) return last
  const manifest = last.value?.manifest ?? null
  const { preparer, reviewer } = keys.value
  const identity = last.value?.identity
  const earlier = manifest === null || identity === undefined ? null : { ...manifest, identity }
  const place = placeAfter(earlier, period.id)
  return ok({
    pack: pack.value,
    unit,
    period,
    today: chinaDay(io.now()),
    profile: {
      unit: unit.code,
      fullName: unit.name,
      preparer: preparer.public.person,
      ...(reviewer === null ? {} : { reviewer: reviewer.public.person }),
    },
    preparer,
    reviewer,
    station: io.newId().replaceAll('-', ''),
    place,
    supersedes: place.supersedes === null || manifest === null ? null : bundleFileName(manifest),
  })
}

function readPlaceInTime(
  args: Arguments,
  pack: PlanPack,
): Result<{ unit: ReportingUnit; period: ReportPeriod }, AppError> {
  const unit = pack.units.find(({ code }) => code === args.get('unit'))
  if (unit === undefined) return err(args.misused(`没有单位代码“${args.get('unit')}”`))
  const period = reportPeriod(args.get('period'))
  if (period === null) return err(args.misused('--period 应写成 2021Q3 这样'))
  if (args.has('countersign') !== args.has('passphrase-file2'))
    return err(args.misused('--countersign 和 --passphrase-file2 要同时写'))
  return ok({ unit, period })
}

async function readKeys(
  args: Arguments,
  io: CliIo,
): Promise<Result<{ preparer: SigningKey; reviewer: SigningKey | null }, AppError>> {
  const preparer = await unlockKey(io, args.get('key'), args.get('passphrase-file'), ['preparer'])
  if (!preparer.ok) return preparer
  const second = args.find('countersign')
  if (second === undefined) return ok({ preparer: preparer.value, reviewer: null })
  const reviewer = await unlockKey(io, second, args.find('passphrase-file2') ?? '', ['reviewer'])
  if (!reviewer.ok) return reviewer
  const { person } = reviewer.value.public
  if (person === preparer.value.public.person) return err({ code: 'cli.same-person', person })
  return ok({ preparer: preparer.value, reviewer: reviewer.value })
}

/** The file the new one follows: whole, and a report of the same unit, or the chain would hang on something foreign. */
async function readPrevious(
  args: Arguments,
  io: CliIo,
  unit: ReportingUnit,
): Promise<Result<PreviousFile | null, AppError>> {
  const path = args.find('previous')
  if (path === undefined) return ok(null)
  const file = await readFileWithin(io.fs, path, BUNDLE_LIMITS.megabytes)
  if (!file.ok) return file
  const { bytes, name } = file.value
  const previous = await readPreviousFile(bytes, name)
  if (!previous.ok) return err(inFile(previous.error, name))
  const { from } = previous.value.manifest
  if (from === unit.code) return previous
  return err({ code: 'cli.previous-of-other-unit', fileName: name, from: unitTitle(from), unit: unit.name })
}
