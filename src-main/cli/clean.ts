import { basename } from 'node:path'
import { chinaDay } from '#shared/china-day.ts'
import { type CleanOutput, cleanOutput, refusedOutput } from '#shared/cli/clean-output.ts'
import { namedUnit } from '#shared/cli/named-unit.ts'
import { type ReportingUnit, unitByCode } from '#shared/codes/reporting-units.ts'
import { type AppError, messageOf } from '#shared/errors/app-error.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { cleanWorkbook } from '#shared/tabular/clean-workbook.ts'
import { type CleanedSheet, SUBJECTS, type Subject } from '#shared/tabular/cleaned.ts'
import type { Workbook } from '#shared/tabular/matrix.ts'
import type { Command } from './command.ts'
import type { Outcome } from './io.ts'
import { readInput } from './read-input.ts'
import { tableProblem } from './table-problem.ts'

/** Reads a workbook as one subject and says what became of every row; changes nothing. */
export const clean: Command = {
  title: '检查一张表：每行可导入、已自动规范、需处理还是非数据行',
  syntax: {
    usage:
      'pbz clean 表格文件 --as enterprises|activities|patents|figures [--sheet 工作表] [--unit 单位代码]',
    positionals: ['表格文件'],
    options: { as: 'required', sheet: 'optional', unit: 'optional' },
  },
  async run(args, io) {
    const subject = SUBJECTS.find((one) => one === args.get('as'))
    if (subject === undefined)
      return err(args.misused('--as 应为 enterprises、activities、patents 或 figures'))
    const code = args.find('unit')
    const unit = code === undefined ? null : unitByCode(code)
    if (code !== undefined && unit === null) return err(args.misused(`没有单位代码“${code}”`))
    const path = args.get('表格文件')
    const workbook = await readInput(io, path)
    if (!workbook.ok) return ok(refused(refusedOutput(basename(path), workbook.error), workbook.error))
    const options = { subject, sheet: args.find('sheet'), unit, today: chinaDay(io.now()) }
    const cleaned = cleanedSheet(workbook.value, options)
    if (!cleaned.ok) return ok(refused(refusedOutput(basename(path), cleaned.error), cleaned.error))
    const output = cleanOutput(basename(path), cleaned.value)
    // What `report` would refuse.
    const isOpen = output.counts.todo > 0 || output.duplicates.length > 0
    return ok({ exit: isOpen ? 1 : 0, json: output, lines: cleanWords(output) })
  },
}

interface CleanChoice {
  readonly subject: Subject
  readonly sheet: string | undefined
  readonly unit: ReportingUnit | null
  readonly today: string
}

function cleanedSheet(workbook: Workbook, choice: CleanChoice): Result<CleanedSheet, AppError> {
  const { subject, sheet, today } = choice
  const names = workbook.sheets.map((one) => one.sheet)
  if (sheet !== undefined && !names.includes(sheet)) {
    const fileName = workbook.file
    return err({ code: 'cli.sheet-not-found', fileName, sheet, sheets: names.join('、') })
  }
  const unit = choice.unit ?? namedUnit(workbook)
  const { main } = cleanWorkbook(workbook, subject, {
    today,
    ownDivision: unit?.kind === 'county' ? unit.code.slice('YY-'.length) : null,
    ownUnitName: unit?.name ?? null,
    defaultYear: null,
    ...(sheet === undefined ? {} : { sheet }),
  })
  const problem = tableProblem(workbook, subject, main, sheet)
  return problem === null ? ok(main) : err(problem)
}

function refused(json: CleanOutput, error: AppError): Outcome {
  const { title, advice } = messageOf(error)
  return { exit: 1, json, lines: [], complaint: `${title}。\n${advice}` }
}

const PILE_TITLES = {
  ok: '可导入',
  fixed: '已自动规范，请确认',
  todo: '需处理',
  notData: '非数据行',
} as const

function cleanWords(output: CleanOutput): readonly string[] {
  const { counts } = output
  const piles = (['ok', 'fixed', 'todo', 'notData'] as const).map(
    (pile) => `${PILE_TITLES[pile]} ${counts[pile]} 行`,
  )
  const details = output.rows.flatMap(({ row, pile, findings }) =>
    pile === 'notData' ? [] : findings.map(({ cell, message }) => `第 ${row} 行 ${cell}：${message}`),
  )
  return [
    `${output.file} · ${output.sheet ?? ''} · 表头第 ${output.headerRows.join('、')} 行`,
    `${piles.join('，')}。`,
    ...details,
    ...output.duplicates.map(({ rows: [a, b], reason }) => `疑似重复：第 ${a} 行与第 ${b} 行，${reason}`),
    ...(output.unmapped.length === 0 ? [] : [`没有认出的列：${output.unmapped.join('、')}`]),
  ]
}
