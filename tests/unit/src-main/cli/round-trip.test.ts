import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { Inspection } from '#shared/bundle/inspect.ts'
import { PublicKey } from '#shared/bundle/public-key.ts'
import { Verdict } from '#shared/bundle/verdict.ts'
import { ReportOutput } from '#shared/cli/report-output.ts'
import { SignedOutput } from '#shared/cli/signed-output.ts'
import { fixtureJson } from '#tests/support/workbook-fixture.ts'
import { type CliBench, cliBench, makeKeys, PJ, SAMPLES, withKey } from './cli-fixture.ts'

const Expected = z.object({
  list: z.number(),
  cumulative: z.record(z.string(), z.number()),
  quarter: z.record(z.string(), z.number()),
  figures_1_9: z.record(z.string(), z.number()),
})

async function reported(bench: CliBench, ...more: string[]): Promise<ReportOutput> {
  const { exit, answer } = await bench.json(
    ...['report', ...SAMPLES, ...PJ, ...withKey(bench), '--out', bench.at('out'), ...more],
  )
  expect([exit, answer]).toEqual([0, expect.objectContaining({ unit: 'YY-430626' })])
  return ReportOutput.parse(answer)
}

function trustOf(
  bench: CliBench,
  keys: readonly unknown[],
  policy: readonly string[] = ['preparer'],
): string {
  const trust = {
    format: 'pbz-trust-1',
    serial: 1,
    expires: '2022-12-31',
    policy: { report: policy },
    keys: keys.map((key) => PublicKey.parse(key)),
  }
  writeFileSync(bench.at('trust.json'), JSON.stringify(trust))
  return bench.at('trust.json')
}

test('keygen prints the public half that pubkey reads back without a passphrase', async () => {
  const bench = cliBench()
  const [preparer] = await makeKeys(bench)
  expect(PublicKey.parse(preparer)).toMatchObject({ person: '张示例', role: 'preparer', unit: 'YY-430626' })
  expect(await bench.json('pubkey', bench.at('k1.json'))).toEqual({ exit: 0, answer: preparer })
  expect(readFileSync(bench.at('k1.json'), 'utf8')).not.toContain('"d"')
})

test('the sample county gives exactly the expected numbers, under the titles of 表1', async () => {
  const bench = cliBench()
  await makeKeys(bench)
  const output = await reported(bench)
  const expected = Expected.parse(fixtureJson('expected-2021Q3.json'))
  const figure = (title: string) => output.figures.find((one) => one.title === title)
  expect({
    list: figure('参与企业')?.cumulative,
    cumulative: {
      发明专利授权量: figure('发明专利授权量')?.cumulative,
      实现破零: figure('实现破零企业')?.cumulative,
      破零待核实: figure('实现破零企业')?.missing,
    },
    quarter: {
      发明专利授权量: figure('发明专利授权量')?.quarter,
      实现破零: figure('实现破零企业')?.quarter,
      破零待核实: 0,
    },
    figures_1_9: {
      n: 120 - (figure('研发投入')?.missing ?? 0),
      missing: figure('研发投入')?.missing,
      研发费用: figure('研发投入')?.cumulative,
      营业收入: figure('营业收入')?.cumulative,
      发明专利产品销售额: figure('发明专利产品销售额')?.cumulative,
      发明专利产品利润: figure('发明专利产品利润')?.cumulative,
    },
  }).toEqual(expected)
})

test('report writes the whole folder and nothing beside it', async () => {
  const bench = cliBench()
  await makeKeys(bench)
  const output = await reported(bench, '--pdf')
  const folder = '平江县_2021年三季度_报送材料'
  const names = [
    'YY-430626_2021Q3_0001.pbz.json',
    '平江县_2021年三季度_报表.xlsx',
    '平江县_2021年三季度_报表.pdf',
    '平江县_2021年三季度_报送交接单.xlsx',
    '平江县_2021年三季度_报送交接单.pdf',
    '平江县_2021年三季度_邮件文字.txt',
  ]
  expect(output.files.map(({ name }) => name)).toEqual(names)
  expect(bench.files()).toEqual(
    [
      'k1.json',
      'k2.json',
      'out',
      `out/${folder}`,
      ...names.map((name) => `out/${folder}/${name}`),
      '口令.txt',
    ].sort(),
  )
  const mail = readFileSync(join(output.folder, '平江县_2021年三季度_邮件文字.txt'), 'utf8')
  expect(mail).toContain(output.code)
})

test('what was noticed in the workbooks is in the answer, per file and kind', async () => {
  const bench = cliBench()
  await makeKeys(bench)
  const { imports } = await reported(bench)
  const counted = imports.map(({ file, sheet, counts, companions }) => [
    ...[file, sheet, counts.ok, counts.fixed],
    companions.map((one) => one.sheet),
  ])
  expect(counted).toEqual([
    ['enterprises-clean-120.xlsx', '参与企业名单', 120, 0, []],
    ['patents-2021.xlsx', '发明专利台账', 69, 48, ['列入前情况']],
    ['figures-2021Q3.xlsx', '企业数据', 345, 0, []],
    ['service-log-2021.xlsx', '服务活动台账', 226, 74, ['参加企业']],
  ])
  const [, patents] = imports
  expect(patents?.findings).toEqual([
    {
      kind: 'date-in-future',
      severity: 'warning',
      count: 16,
      cells: ['H6', 'H8', 'H18', 'H30', 'H34'],
      message: '授权公告日 2021-12-06 在今天之后，请核对',
    },
    {
      kind: 'granted-without-date',
      severity: 'warning',
      count: 1,
      cells: ['H61'],
      message: '已授权但没有授权公告日，不计入任何季度',
    },
    {
      kind: 'patent-number-form',
      severity: 'info',
      count: 40,
      cells: ['E3', 'E6', 'E8', 'E11', 'E14'],
      message: '号码已规范为 201939100002.9',
    },
  ])
})

test('a countersignature on another PC keeps identity and code and satisfies a policy of two', async () => {
  const bench = cliBench()
  const keys = await makeKeys(bench)
  const output = await reported(bench)
  const trust = trustOf(bench, keys, ['preparer', 'reviewer'])
  const waiting = await bench.json('verify', output.file, '--trust', trust)
  expect([waiting.exit, Verdict.parse(waiting.answer).outcome]).toEqual([1, 'awaiting-countersignature'])
  const signed = await bench.json(
    ...['countersign', output.file, ...withKey(bench, 'k2.json'), '--out', bench.at('会签.pbz.json')],
  )
  expect(SignedOutput.parse(signed.answer)).toMatchObject({
    file: bench.at('会签.pbz.json'),
    identity: output.identity,
    code: output.code,
    signatures: [
      { person: '张示例', role: 'preparer' },
      { person: '李审核', role: 'reviewer' },
    ],
  })
  const verified = await bench.json('verify', bench.at('会签.pbz.json'), '--trust', trust)
  expect([verified.exit, Verdict.parse(verified.answer).outcome]).toEqual([0, 'accepted'])
})

test('two signatures on the same PC, then a correction that names what it replaces', async () => {
  const bench = cliBench()
  const keys = await makeKeys(bench)
  const second = ['--countersign', bench.at('k2.json'), '--passphrase-file2', bench.at('口令.txt')]
  const first = await reported(bench, ...second)
  expect(first.signatures).toEqual([
    { person: '张示例', role: 'preparer' },
    { person: '李审核', role: 'reviewer' },
  ])
  const { exit, answer } = await bench.json(
    ...['report', ...SAMPLES, ...PJ, ...withKey(bench), ...second],
    ...['--previous', first.file, '--out', bench.at('again')],
  )
  const next = ReportOutput.parse(answer)
  expect([exit, next.seq]).toEqual([0, 2])
  const seen = await bench.json('inspect', next.file)
  expect(Inspection.parse(seen.answer)).toMatchObject({
    seq: 2,
    previous: first.identity,
    supersedes: first.identity,
  })
  const trust = trustOf(bench, keys)
  const verified = await bench.json('verify', next.file, '--trust', trust, '--previous', first.file)
  expect([verified.exit, Verdict.parse(verified.answer).outcome]).toEqual([0, 'accepted'])
  const older = await bench.json('verify', first.file, '--trust', trust, '--previous', next.file)
  expect([older.exit, Verdict.parse(older.answer).outcome]).toEqual([1, 'rejected'])
})

test('without --json the answers are Chinese sentences', async () => {
  const bench = cliBench()
  const keys = await makeKeys(bench)
  const output = await reported(bench)
  const verified = await bench.run('verify', output.file, '--trust', trustOf(bench, keys))
  expect(verified.out).toEqual(
    expect.arrayContaining([
      '结论：验证通过',
      '内容：平江县发给岳阳市的报送，2021年三季度',
      '签名：张示例（平江县，填报人），2021-10-08 09:00，签名有效',
    ]),
  )
  const told = await bench.run('report', ...SAMPLES, ...PJ, ...withKey(bench), '--out', bench.at('again'))
  expect(told.out).toContain('  请核对：发明专利台账 H61 1 处：已授权但没有授权公告日，不计入任何季度')
  const seen = await bench.run('inspect', output.file)
  expect(seen.out.at(-1)).toBe('以上为文件自述，未经验证；请用 verify 命令验证。')
})
