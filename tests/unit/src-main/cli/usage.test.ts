import { expect, test } from 'vitest'
import { cliBench, PJ, workbook } from './cli-fixture.ts'

const LIST = workbook('enterprises-clean-120.xlsx')

test.each([
  ['no command', [], '没有写命令'],
  ['an unknown command', ['sign'], '没有命令“sign”'],
  ['a missing option', ['clean', LIST], '缺少 --as'],
  ['a missing file', ['clean', '--as', 'patents'], '缺少 表格文件'],
  ['a missing value', ['clean', LIST, '--as', '--json'], '--as 后面缺内容'],
  ['an unknown option', ['clean', LIST, '--as', 'patents', '--force'], '不认识选项 --force'],
  [
    'an option of every object',
    ['clean', LIST, '--as', 'patents', '--constructor'],
    '不认识选项 --constructor',
  ],
  ['an option twice', ['clean', LIST, '--as', 'patents', '--as', 'figures'], '--as 写了两次'],
  ['a second file', ['inspect', 'a', 'b'], '多余的内容“b”'],
  [
    'an unknown subject',
    ['clean', LIST, '--as', 'firms'],
    '--as 应为 enterprises、activities、patents 或 figures',
  ],
  [
    'an unknown unit',
    [
      'keygen',
      '--name',
      '张',
      '--role',
      'preparer',
      '--unit',
      'YY-1',
      '--out',
      'x',
      '--passphrase-file',
      'y',
    ],
    '没有单位代码“YY-1”',
  ],
  [
    'a period that is none',
    [
      'report',
      '--enterprises',
      LIST,
      ...PJ.slice(0, 2),
      '--period',
      '2021Q5',
      ...['--key', 'k'],
      '--passphrase-file',
      'p',
      '--out',
      'o',
    ],
    '--period 应写成 2021Q3 这样',
  ],
  [
    'a second key without its passphrase',
    [
      'report',
      '--enterprises',
      LIST,
      ...PJ,
      '--key',
      'k',
      '--passphrase-file',
      'p',
      '--countersign',
      'c',
      '--out',
      'o',
    ],
    '--countersign 和 --passphrase-file2 要同时写',
  ],
])('%s ends with 2 and says how it is written', async (_, argv, problem) => {
  const { exit, out, err } = await cliBench().run(...argv)
  expect([exit, out.filter((line) => !line.startsWith('{'))]).toEqual([2, []])
  expect(err).toContain(`命令写法不对：${problem}。\n用法：`)
})

test('with --json a wrong command line is still one object on standard output', async () => {
  const { exit, answer } = await cliBench().json('verify', 'x')
  expect([exit, answer]).toEqual([
    2,
    { error: { code: 'cli.usage', message: expect.stringContaining('缺少 --trust') } },
  ])
})

test('help lists every command', async () => {
  const { exit, out } = await cliBench().run('help')
  expect(exit).toBe(0)
  for (const name of ['keygen', 'pubkey', 'clean', 'report', 'countersign', 'verify', 'inspect'])
    expect(out.join('\n')).toContain(`pbz ${name} `)
})

test('a bug of ours ends with 1 and a sentence, not with a bare stack', async () => {
  const broken = cliBench({ loadPack: () => Promise.reject(new TypeError('broken')) })
  const { exit, answer } = await broken.json(
    ...['report', '--enterprises', LIST, ...PJ, '--key', 'k', '--passphrase-file', 'p', '--out', 'o'],
  )
  expect([exit, answer]).toEqual([
    1,
    { error: { code: 'system.unexpected', message: expect.stringContaining('TypeError') } },
  ])
})
