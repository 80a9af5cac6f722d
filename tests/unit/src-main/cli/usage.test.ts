import { expect, test } from 'vitest'
import { HelpOutput } from '#shared/cli/help-output.ts'
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

test('help is JSON when asked for', async () => {
  const { exit, answer } = await cliBench().json('help')
  expect([exit, HelpOutput.parse(answer).commands.map(({ name }) => name)]).toEqual([
    0,
    ['keygen', 'pubkey', 'clean', 'report', 'countersign', 'verify', 'inspect'],
  ])
})

test.each([[['clean', '--help']], [['clean', LIST, '--help']], [['clean', '-h']], [['help', 'clean']]])(
  '%j shows how that command is written',
  async (argv) => {
    const { exit, out, err } = await cliBench().run(...argv)
    expect([exit, err]).toEqual([0, ''])
    expect(out.join('\n')).toMatch(/^检查一张表.*\n用法：pbz clean /)
    expect(out.join('\n')).not.toContain('keygen')
  },
)

test('--json may stand before the command', async () => {
  const { exit, out } = await cliBench().run('--json', 'clean', LIST, '--as', 'enterprises')
  expect([exit, out.length, JSON.parse(out.join('')).refused]).toEqual([0, 1, null])
  const help = await cliBench().run('--json', '--help')
  expect([help.exit, JSON.parse(help.out.join('')).commands.length]).toEqual([0, 7])
  const none = await cliBench().run('--json')
  expect([none.exit, JSON.parse(none.out.join('')).error.code]).toEqual([2, 'cli.usage'])
})

test('help for a command that is none is a wrong command line', async () => {
  expect((await cliBench().run('help', 'sign')).exit).toBe(2)
})

test.each([
  ['city', 'YY-430626', '--role city 只用于岳阳市（--unit YY-430600）'],
  ['preparer', 'YY-430600', '岳阳市的密钥，--role 应为 city'],
])('keygen makes no key of a %s for %s', async (role, unit, problem) => {
  const bench = cliBench()
  const { exit, err } = await bench.run(
    ...['keygen', '--name', '张示例', '--role', role, '--unit', unit],
    ...['--out', bench.at('k.json'), '--passphrase-file', bench.at('口令.txt')],
  )
  expect([exit, bench.files()]).toEqual([2, ['口令.txt']])
  expect(err).toContain(`命令写法不对：${problem}。`)
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
