import { describe, expect, test } from 'vitest'
import {
  attentionCount,
  lastFileWords,
  lookedWords,
  mergedWords,
  pcState,
  previewHead,
  previewLines,
  previewOpen,
  restWords,
} from '#renderer/features/exchange/exchange-words.ts'
import type { BatchPreview } from '#shared/exchange/preview.ts'
import type { ExchangeStatus, OtherPc } from '#shared/ipc/exchange-channels.ts'

const pc: OtherPc = {
  kid: 'k'.repeat(43),
  station: 'a'.repeat(32),
  name: '科室二号机',
  code: '00000 00000 00000 00000 00000 00007',
  standing: 'accepted',
  replaces: null,
  lastSeq: 3,
  lastAt: '2021-10-08T01:02:03.000Z',
  waiting: 0,
  asking: 0,
  carried: [],
  stuck: false,
  problem: null,
}

test('one line after a merge says from whom, how many and what is open', () => {
  const merged = { name: '科室二号机', edits: 12 }
  expect(mergedWords({ ...merged, conflicts: 2 })).toBe('已合并来自“科室二号机”的 12 项修改，2 处待核对')
  expect(mergedWords({ ...merged, conflicts: 0 })).toBe('已合并来自“科室二号机”的 12 项修改')
  expect(mergedWords({ ...merged, conflicts: null })).toBe('已合并来自“科室二号机”的 12 项修改')
})

describe('another PC', () => {
  test.each<[Partial<OtherPc>, boolean, string]>([
    [{}, false, '已同步'],
    [{ standing: 'new', waiting: 3 }, false, '第一次送来，待核对校验码'],
    [{ standing: 'refused', waiting: 3 }, false, '不接收'],
    [{ waiting: 3 }, false, '正在合并'],
    [{ waiting: 3 }, true, '待查看'],
    [{ waiting: 3, stuck: true }, false, '在等另一台的文件'],
    [{ waiting: 3, asking: 2 }, false, '带有其他电脑的修改'],
    [{ problem: { code: 'exchange.forked', title: '标题', advice: '办法' } }, false, '有一段没有合并'],
  ])('%o is told in a word', (change, askEach, word) => {
    expect(pcState({ ...pc, ...change }, askEach).word).toBe(word)
  })

  test('with the station of a known one and another key wants a call', () => {
    expect(pcState({ ...pc, standing: 'new', replaces: '科室一号机' }, false).hint).toContain('打电话')
  })

  test('with more than one preview holds says how many follow', () => {
    const many = { ...pc, waiting: 50 }
    expect(restWords(many, 20, false)).toBe('先合并 20 项，其余 30 项随后自动合并。')
    expect(restWords(many, 20, true)).toBe('先合并 20 项，其余 30 项随后再看。')
    expect([restWords(many, 50, false), restWords({ ...many, carried: ['三号机'] }, 20, false)]).toEqual([
      null,
      null,
    ])
  })

  test('is dated by its last file, in China time', () => {
    expect(lastFileWords(pc)).toBe('第 3 号，2021-10-08 09:02')
    expect(lastFileWords({ lastSeq: 0, lastAt: null })).toBe('—')
    expect(lookedWords('2021-10-08T16:02:03.000Z')).toBe('上次查看 00:02:03')
    expect(lookedWords(null)).toBe('还没有看过')
  })

  test('is counted while somebody has to look', () => {
    const me = { problem: null }
    const status = { me, askEach: false, pcs: [pc, { ...pc, standing: 'new' }, { ...pc, waiting: 2 }] }
    expect(attentionCount(status as unknown as ExchangeStatus)).toBe(1)
    expect(attentionCount({ ...status, askEach: true } as unknown as ExchangeStatus)).toBe(2)
    const ill = { ...status, me: { problem: {} } }
    expect(attentionCount(ill as unknown as ExchangeStatus)).toBe(2)
    expect(attentionCount(null)).toBe(0)
  })
})

describe('a preview', () => {
  const preview: BatchPreview = {
    edits: 12,
    by: [
      { name: '李某', edits: 9 },
      { name: '王某', edits: 3 },
    ],
    from: '2021-10-08T01:00:00.000Z',
    to: '2021-10-09T02:30:00.000Z',
    records: [
      { type: 'enterprise', change: 'added', count: 5, names: ['甲', '乙', '丙'] },
      { type: 'patent', change: 'voided', count: 1, names: ['丁'] },
    ],
    conflicts: 2,
    duplicates: 1,
    waiting: 1,
  }

  test('says how many, by whom, when, what and what is open', () => {
    expect(previewHead(preview)).toBe(
      '共 12 项修改（李某 9 项、王某 3 项），2021-10-08 09:00 至 2021-10-09 10:30。其中 1 项要等别的文件到了才能合并。',
    )
    expect(previewLines(preview)).toEqual(['新增企业 5 条：甲、乙、丙等', '作废发明专利 1 条：丁'])
    expect(previewOpen(preview)).toContain('2 处两台电脑填得不一样、1 对疑似重复')
  })

  test('of nothing new says so', () => {
    const nothing = {
      ...preview,
      edits: 0,
      by: [],
      from: null,
      to: null,
      records: [],
      conflicts: 0,
      duplicates: 0,
    }
    expect(previewHead(nothing)).toContain('没有新的修改')
    expect(previewLines(nothing)).toEqual(['台账内容没有变化'])
    expect(previewOpen(nothing)).toBeNull()
  })
})
