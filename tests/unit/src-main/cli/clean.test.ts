import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { CleanOutput } from '#shared/cli/clean-output.ts'
import { fixtureJson } from '#tests/support/workbook-fixture.ts'
import { cliBench, workbook } from './cli-fixture.ts'

const clean = async (file: string, ...more: string[]) => {
  const { exit, answer } = await cliBench().json('clean', file, ...more)
  return { exit, output: CleanOutput.parse(answer) }
}

test('a clean list: every row importable, exit 0, values by record and field', async () => {
  const { exit, output } = await clean(workbook('enterprises-clean-120.xlsx'), '--as', 'enterprises')
  expect(exit).toBe(0)
  expect({ ...output, rows: output.rows.length }).toEqual({
    file: 'enterprises-clean-120.xlsx',
    sheet: '参与企业名单',
    headerRows: [1],
    counts: { ok: 120, fixed: 0, todo: 0, notData: 1 },
    rows: 121,
    unmapped: [],
    duplicates: [],
    refused: null,
  })
  const row = output.rows.find((one) => one.row === 2)
  expect(row?.key).toBe(row?.values['enterprise.code'])
  expect(row?.key).toMatch(/^[0-9A-Z]{18}$/)
})

test('the messy list: every expected finding, every row in one pile, exit 1 because rows need a decision', async () => {
  const Expectations = z.object({
    sheet: z.string(),
    headerRows: z.array(z.number()),
    expected: z.array(z.object({ row: z.number(), issues: z.array(z.string()) })),
  })
  const expectations = Expectations.parse(fixtureJson('enterprises-messy.expected.json'))
  const { exit, output } = await clean(workbook('enterprises-messy.xlsx'), '--as', 'enterprises')
  const missing = expectations.expected.flatMap(({ row, issues }) => {
    const kinds = new Set(output.rows.find((one) => one.row === row)?.findings.map(({ kind }) => kind))
    return issues.filter((issue) => !kinds.has(issue)).map((issue) => `${row}: ${issue}`)
  })
  expect({ exit, missing, sheet: output.sheet, headerRows: output.headerRows }).toEqual({
    exit: 1,
    missing: [],
    sheet: expectations.sheet,
    headerRows: expectations.headerRows,
  })
  const { ok, fixed, todo, notData } = output.counts
  expect(output.rows).toHaveLength(ok + fixed + todo + notData)
  expect(output.duplicates.length).toBeGreaterThan(0)
})

test('--sheet takes a hidden sheet or a companion', async () => {
  const old = await clean(workbook('enterprises-messy.xlsx'), '--as', 'enterprises', '--sheet', '旧版')
  expect(old.output.sheet).toBe('旧版')
  const companion = await clean(workbook('patents-2021.xlsx'), '--as', 'patents', '--sheet', '列入前情况')
  expect(companion.output.counts).toEqual({ ok: 120, fixed: 0, todo: 0, notData: 1 })
})

test('a sheet that is not there is refused with the names that are', async () => {
  const { exit, output } = await clean(workbook('patents-2021.xlsx'), '--as', 'patents', '--sheet', '没有')
  expect(exit).toBe(1)
  expect(output.refused).toEqual({
    code: 'cli.sheet-not-found',
    message: expect.stringContaining('列入前情况'),
  })
})

test('patents, figures and activities have nothing that needs a decision', async () => {
  const counts = []
  for (const [file, subject] of [
    ['patents-2021.xlsx', 'patents'],
    ['figures-2021Q3.xlsx', 'figures'],
    ['service-log-2021.xlsx', 'activities'],
  ] as const) {
    const { exit, output } = await clean(workbook(file), '--as', subject)
    counts.push([exit, output.counts.todo, output.rows.find(({ row }) => row === 2)?.key])
  }
  expect(counts).toEqual([
    [0, 0, expect.stringMatching(/^20\d{10}\.[\dX]$/)],
    [0, 0, expect.stringMatching(/^[0-9A-Z]{18}$/)],
    [0, 0, expect.stringMatching(/./)],
  ])
})

test('a csv in GBK is read, whatever its extension says', async () => {
  const { output } = await clean(workbook('enterprises-gbk.csv'), '--as', 'enterprises')
  expect(output.refused).toBeNull()
  expect(output.rows.some(({ values }) => /示例|样例|虚拟/.test(String(values['enterprise.name'])))).toBe(
    true,
  )
})

test('a stray cell at the far corner is no reason to hang', async () => {
  const { output } = await clean(workbook('enterprises-huge-ref.xlsx'), '--as', 'enterprises')
  expect(output.refused).toBeNull()
  expect(output.counts.ok + output.counts.fixed + output.counts.todo).toBeGreaterThan(0)
}, 5000)

test.each([
  ['not a workbook', () => Buffer.from('这不是一个表格文件'), 'workbook.not-a-workbook'],
  ['empty', () => Buffer.alloc(0), 'workbook.empty'],
  ['truncated', () => readFileSync(workbook('patents-2021.xlsx')).subarray(0, 50_000), 'workbook.damaged'],
])('a file that is %s is refused with a sentence', async (_, bytes, code) => {
  const bench = cliBench()
  writeFileSync(bench.at('来表.xlsx'), bytes())
  const before = bench.files()
  const { exit, answer } = await bench.json('clean', bench.at('来表.xlsx'), '--as', 'enterprises')
  expect([exit, CleanOutput.parse(answer).refused]).toEqual([
    1,
    { code, message: expect.stringMatching(/^“来表.xlsx”.*。$/) },
  ])
  expect(bench.files()).toEqual(before)
})

test('a table of another kind is refused, not read as rubbish', async () => {
  const { exit, output } = await clean(workbook('figures-2021Q3.xlsx'), '--as', 'activities')
  expect([exit, output.refused?.code, output.rows]).toEqual([1, 'cli.other-table', []])
  const { refused } = (await clean(workbook('patents-2021.xlsx'), '--as', 'enterprises')).output
  expect(refused?.message).toContain('“patents-2021.xlsx”看起来是发明专利台账，不是企业名单')
})

test('a column is understood or unmapped, never both', async () => {
  const { output } = await clean(workbook('enterprises-messy.xlsx'), '--as', 'enterprises')
  expect(output.unmapped).toEqual(['内部编号'])
  expect(
    output.rows.flatMap(({ values }) => Object.keys(values)).filter((key) => /^custom/.test(key)),
  ).toEqual([])
})

test('text for people names the row and the cell', async () => {
  const { exit, out } = await cliBench().run(
    'clean',
    workbook('enterprises-messy.xlsx'),
    '--as',
    'enterprises',
  )
  expect(exit).toBe(1)
  expect(out[1]).toMatch(/^可导入 \d+ 行，已自动规范，请确认 \d+ 行，需处理 \d+ 行，非数据行 \d+ 行。$/)
  expect(out.some((line) => /^第 12 行 [A-Z]+12：/.test(line))).toBe(true)
})
