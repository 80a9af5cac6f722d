import { expect, test } from 'vitest'
import { journalCheckWords } from '#renderer/features/settings/journal-check-words.ts'

test('what a good journal holds, in words', () => {
  expect(journalCheckWords({ edits: 12_345, segments: 2, bytes: 40 * 1024 * 1024, stations: 1 })).toBe(
    '共 12,345 次修改，本机编号 1 个，日志文件 2 个，40.0 MB。',
  )
  expect(journalCheckWords({ edits: 3, segments: 1, bytes: 4000, stations: 2 })).toContain('不到 0.1 MB')
})
