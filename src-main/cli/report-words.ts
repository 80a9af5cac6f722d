import type { ImportedFile, ReportOutput } from '#shared/cli/report-output.ts'
import { SUBJECT_TITLES } from '#shared/tabular/cleaned.ts'

/** What was made, for people. */
export function reportWords(output: ReportOutput): readonly string[] {
  return [
    ...output.imports.flatMap((file) => [importWords(file), ...importFindingWords(file)]),
    ...output.figures.map(figureWords),
    ...output.findings.map(({ message }) => `注意：${message}`),
    `报送材料：${output.folder}`,
    ...output.files.map(({ name, bytes }) => `  ${name}（${Math.ceil(bytes / 1024)} KB）`),
    `签名：${output.signatures.map(({ person }) => person).join('、')}`,
    `校验码：${output.code}`,
    ...(output.splitHint === null ? [] : [output.splitHint]),
  ]
}

/** 企业名单 enterprises.xlsx:新增 120 行. */
export function importWords(file: ImportedFile): string {
  const skipped = file.skipped.length === 0 ? '' : `，未导入 ${file.skipped.length} 行`
  return `${SUBJECT_TITLES[file.subject]} ${file.file}：新增 ${file.new} 行，有变化 ${file.changed} 行${skipped}`
}

/** What was noticed in the sheets: what wants a look first, then what was put in order. */
function importFindingWords(file: ImportedFile): readonly string[] {
  return [file, ...file.companions].flatMap(({ sheet, findings }) =>
    findings.map(({ severity, count, cells, message }) => {
      const where = `${sheet} ${cells.join('、')}${count > cells.length ? ' 等' : ''} ${count} 处`
      return `  ${severity === 'info' ? '说明' : '请核对'}：${where}：${message}`
    }),
  )
}

/** 发明专利授权量:本季 11 件,累计 52 件. */
export function figureWords({
  title,
  unit,
  quarter,
  cumulative,
  target,
}: ReportOutput['figures'][number]): string {
  const goal = target === null ? '' : `，全年目标 ${target} ${unit}`
  return `${title}：本季 ${valueText(quarter, unit)}，累计 ${valueText(cumulative, unit)}${goal}`
}

/** Two decimals are enough for people; `--json` has the number as computed. */
const valueText = (value: number | null, unit: string): string =>
  value === null ? '—' : `${Math.round(value * 100) / 100} ${unit}`
