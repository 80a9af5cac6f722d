import { DEMO_UNIT } from '#shared/codes/reporting-units.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Desktop } from '#shared/ipc/contract.ts'
import { ok, type Result } from '#shared/result.ts'
import { type CleanedWorkbook, cleanWorkbook } from '#shared/tabular/clean-workbook.ts'
import { SUBJECT_TITLES, type Subject } from '#shared/tabular/cleaned.ts'
import { isImportable, planImport } from '#shared/tabular/import-plan.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { importWorkbook } from './import-workbook.ts'
import { SAMPLE_YEAR, samplePlan } from './sample-plan.ts'
import { setUpUnit } from './set-up-unit.ts'

export interface LoadSampleCountyDeps {
  readonly desktop: Pick<Desktop, 'call'>
  readonly workspace: Workspace
  readonly newId: () => string
  /** `YYYY-MM-DD`. */
  readonly today: string
  readonly signal: AbortSignal
  readonly onProgress: (progress: SampleProgress) => void
}

export interface SampleProgress {
  readonly label: string
  readonly done: number
  readonly total: number
  /** False once something is written: from then on the work ends by itself within a second. */
  readonly cancellable: boolean
}

export type SampleOutcome = 'loaded' | 'cancelled'

const PROFILE = {
  unit: DEMO_UNIT.code,
  fullName: '试用县（样例）',
  office: '企业服务股',
  docMark: '试工信发',
  head: '试用负责人',
  preparer: '试用员',
  reviewer: '试用审核',
  officePhone: '0730-0000000',
}

interface Sample {
  readonly subject: Subject
  readonly cleaned: CleanedWorkbook
}

/**
 * 试用: the sample county by the same reading, cleaning and planning as any import, each workbook one edit, with a
 * first 实施方案. Everything is read before anything is written; 取消 works until then and leaves nothing behind.
 */
export async function loadSampleCounty(deps: LoadSampleCountyDeps): Promise<Result<SampleOutcome, AppError>> {
  const samples = await readSamples(deps)
  if (!samples.ok) return samples
  if (samples.value === null) return ok('cancelled')
  const total = samples.value.length
  const report = (label: string, done: number) =>
    deps.onProgress({ label, done: total + done, total: total * 2, cancellable: false })

  report('正在建立样例单位', 0)
  const profile = await setUpUnit(deps.workspace, PROFILE)
  if (!profile.ok) return profile
  for (const [at, sample] of samples.value.entries()) {
    report(`正在导入样例${SUBJECT_TITLES[sample.subject]}`, at)
    await nextFrame()
    const imported = await importSample(deps, sample)
    if (!imported.ok) return imported
  }
  const plan = await deps.workspace.commit({
    ops: [samplePlan(deps.newId)],
    why: { kind: 'typed' },
    title: '新增样例实施方案',
  })
  return plan.ok ? ok('loaded') : plan
}

/** Null when cancelled. */
async function readSamples(deps: LoadSampleCountyDeps): Promise<Result<readonly Sample[] | null, AppError>> {
  const files = await deps.desktop.call('sample:workbooks', null)
  if (!files.ok) return files
  const samples: Sample[] = []
  for (const [at, { subject, file }] of files.value.entries()) {
    deps.onProgress({
      label: `正在读取样例${SUBJECT_TITLES[subject]}`,
      done: at,
      total: files.value.length * 2,
      cancellable: true,
    })
    const task = deps.newId()
    const cancel = () => void deps.desktop.call('task:cancel', { task })
    deps.signal.addEventListener('abort', cancel)
    const workbook = await deps.desktop.call('workbook:read', { token: file.token, task })
    deps.signal.removeEventListener('abort', cancel)
    if (deps.signal.aborted) return ok(null)
    if (!workbook.ok) return workbook
    const options = { today: deps.today, ownDivision: null, ownUnitName: null, defaultYear: SAMPLE_YEAR }
    samples.push({ subject, cleaned: cleanWorkbook(workbook.value, subject, options) })
  }
  return ok(samples)
}

async function importSample(
  { workspace, newId }: LoadSampleCountyDeps,
  { cleaned }: Sample,
): Promise<Result<unknown, AppError>> {
  const { main, companions } = cleaned
  const plan = planImport([main, ...companions], workspace.records, {
    newId,
    listYear: SAMPLE_YEAR,
    listState: '在列',
    includeRow: isImportable,
  })
  return plan.operations.length === 0 ? ok(null) : importWorkbook(workspace, plan, main, companions)
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
