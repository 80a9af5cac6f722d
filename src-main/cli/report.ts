import { dirname, resolve } from 'node:path'
import { reportedFigure } from '#shared/bundle/report-body.ts'
import { refusalOf } from '#shared/cli/clean-output.ts'
import {
  type BlockedReport,
  type ImportedFile,
  type ReportFinding,
  type ReportOutput,
  reportFinding,
} from '#shared/cli/report-output.ts'
import { type AppError, messageOf } from '#shared/errors/app-error.ts'
import { checkList, mayReport } from '#shared/report/check-list.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Subject } from '#shared/tabular/cleaned.ts'
import { folderProblem, writeFailure } from '../files/file-failures.ts'
import type { Arguments } from './arguments.ts'
import type { Command } from './command.ts'
import { type CountyInput, fillLedger } from './county.ts'
import type { CliIo, Outcome } from './io.ts'
import { createLedger, memoryJournal } from './ledger.ts'
import { type ReportTask, readTask } from './report-task.ts'
import { reportWords } from './report-words.ts'
import { signAndWrite, type WrittenReport } from './sign-and-write.ts'

const INPUTS: readonly { readonly option: string; readonly subject: Subject }[] = [
  { option: 'enterprises', subject: 'enterprises' },
  { option: 'patents', subject: 'patents' },
  { option: 'figures', subject: 'figures' },
  { option: 'activities', subject: 'activities' },
]

/** Workbooks in, folder of 报送材料 out: all of it or nothing. */
export const report: Command = {
  title: '由名单、专利、数据、活动四张表生成一个季度的报送材料',
  syntax: {
    usage:
      'pbz report --enterprises 名单 [--patents 专利] [--figures 数据] [--activities 活动] --unit 单位代码 --period 2021Q3 --key 密钥文件 --passphrase-file 口令文件 [--countersign 审核人密钥 --passphrase-file2 口令文件] [--previous 上一份文件] --out 文件夹 [--pdf]',
    positionals: [],
    options: {
      enterprises: 'required',
      patents: 'optional',
      figures: 'optional',
      activities: 'optional',
      unit: 'required',
      period: 'required',
      key: 'required',
      'passphrase-file': 'required',
      countersign: 'optional',
      'passphrase-file2': 'optional',
      previous: 'optional',
      out: 'required',
      pdf: 'flag',
    },
  },
  async run(args, io) {
    const task = await readTask(args, io)
    if (!task.ok) return task
    const { pack, period, unit, preparer, profile, today } = task.value
    const ledger = createLedger(io, preparer.public.person, memoryJournal(task.value.station))
    const imports = await fillLedger(io, ledger, { ...task.value, workbooks: workbooksOf(args) })
    if (!imports.ok) return imports
    const records = ledger.records()
    const checked = checkList(records, pack, period)
    const findings = checked.map(reportFinding)
    if (!mayReport(checked)) return ok(blocked(findings, imports.value))
    const parent = resolve(args.get('out'))
    const made = await makeParent(io, parent)
    if (!made.ok) return made
    const written = await signAndWrite(io, {
      ...task.value,
      records,
      profile,
      unit,
      today,
      parent,
      toPdf: args.has('pdf') ? io.toPdf : null,
    })
    // A folder made for nothing goes again.
    if (!written.ok && made.value) await io.fs.remove(parent).catch(() => undefined)
    if (!written.ok) return written
    const output = outputOf(task.value, written.value, findings, imports.value)
    return ok({ exit: 0, json: output, lines: reportWords(output) })
  },
}

function workbooksOf(args: Arguments): CountyInput['workbooks'] {
  return INPUTS.flatMap(({ option, subject }) => {
    const path = args.find(option)
    return path === undefined ? [] : [{ subject, path }]
  })
}

/** Makes the target folder, one level deep only: a missing parent is a stick that is not there. */
async function makeParent(io: CliIo, parent: string): Promise<Result<boolean, AppError>> {
  const problem = await folderProblem(io.fs, parent)
  if (problem === null) return ok(false)
  if (problem.code === 'file.not-a-folder') return err(problem)
  const above = await folderProblem(io.fs, dirname(parent))
  if (above !== null) return err(above)
  try {
    await io.fs.makeFolder(parent)
    return ok(true)
  } catch (error) {
    return err(writeFailure(error, parent, parent))
  }
}

function blocked(findings: ReportFinding[], imports: readonly ImportedFile[]): Outcome {
  const reasons = findings.filter(({ severity }) => severity === 'blocking').map(({ message }) => message)
  const error: AppError = { code: 'cli.blocked', reasons: reasons.join('；') }
  const { title, advice } = messageOf(error)
  const json: BlockedReport = { error: refusalOf(error), findings, imports: [...imports] }
  return { exit: 1, json, lines: [], complaint: `${title}。\n${advice}` }
}

function outputOf(
  { unit, period, place, preparer, reviewer }: ReportTask,
  { signed, folder, file, set }: WrittenReport,
  findings: ReportFinding[],
  imports: readonly ImportedFile[],
): ReportOutput {
  const signers = [preparer, reviewer].flatMap((key) => (key === null ? [] : [key.public]))
  return {
    unit: unit.code,
    period: period.id,
    seq: place.seq,
    folder: folder.path,
    file,
    identity: signed.identity,
    code: signed.code,
    files: [...folder.files],
    signatures: signers.map(({ person, role }) => ({ person, role })),
    figures: set.results.map(reportedFigure),
    findings,
    imports: [...imports],
    splitHint: folder.splitHint,
  }
}
