import { expect, test } from 'vitest'
import { aboutLines } from '#renderer/features/settings/about-lines.ts'

const PACK = { title: '三年行动', rulesVersion: '2020版' }

test('关于 says version, runtime and 口径版本 in words, and — while they are not known', () => {
  expect([
    aboutLines({ version: '1.2.3', runtime: 'stand-in', platform: 'linux' }, PACK),
    aboutLines(null, PACK).map(({ words }) => words),
  ]).toEqual([
    [
      { term: '版本', words: '1.2.3' },
      { term: '运行环境', words: '替代运行环境（本机没有正式运行环境，仅供试用和测试）' },
      { term: '操作系统', words: '麒麟、统信等系统' },
      { term: '适用工作', words: '三年行动' },
      { term: '口径版本', words: '2020版' },
    ],
    ['—', '—', '—', '三年行动', '2020版'],
  ])
})
