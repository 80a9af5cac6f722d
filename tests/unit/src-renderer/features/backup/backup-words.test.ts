import { describe, expect, it } from 'vitest'
import {
  backupRows,
  differenceRows,
  namedDifferences,
  placeSaid,
  presentSentence,
  secondWhere,
} from '#renderer/features/backup/backup-words.ts'
import { NO_PASSPHRASES, passphraseProblem } from '#renderer/use-cases/backup-protect.ts'
import type { BackupEntry, BackupPreview, PlaceStatus } from '#shared/ipc/backup-channels.ts'
import { FileToken } from '#shared/ipc/channel.ts'

const entry = (change: Partial<BackupEntry> = {}): BackupEntry => ({
  place: 'data',
  name: 'YY-430626_20211008T010000Z_daily_2_1a2b3c4d_5e6f7a8b.pbz-backup',
  createdAt: '2021-10-08T01:00:00Z',
  reason: 'daily',
  count: 2,
  unit: 'YY-430626',
  journal: '1a2b3c4d',
  station: '5e6f7a8b',
  bytes: 2048,
  proved: true,
  ...change,
})

it('a second place on the disk of the data is allowed and said', () => {
  const place: PlaceStatus = {
    folder: { token: FileToken.parse('a'.repeat(32)), name: '备份', size: 0 },
    reachable: true,
    lastGood: { name: 'x', at: '2021-10-08T01:00:00Z', count: 2, bytes: 9 },
    failure: null,
    sameDisk: true,
    overdue: false,
  }
  expect(placeSaid(place, true)).toEqual({ tone: 'warn', word: '与数据在同一个盘上' })
  expect(secondWhere(place)).toContain('会一起丢失')
  expect(placeSaid({ ...place, sameDisk: false }, true).word).toBe('正常')
  expect(secondWhere({ ...place, sameDisk: false })).toBe('位置：备份')
})

it('the same backup in both places is one row', () => {
  const rows = backupRows([
    entry(),
    entry({ place: 'second', proved: false }),
    entry({ name: 'b', bytes: 1, proved: false }),
  ])
  expect(rows.map(({ time, reason, unit, places, proved }) => [time, reason, unit, places, proved])).toEqual([
    ['2021-10-08 09:00', '每日自动', '平江县', '数据文件夹、第二处', true],
    ['2021-10-08 09:00', '每日自动', '平江县', '数据文件夹', false],
  ])
})

describe('the preview in words', () => {
  const preview = (present: BackupPreview['present']) =>
    presentSentence({ present, count: 5 } as BackupPreview)

  it('says what would be lost', () => {
    expect(preview({ count: 7, unit: null, notInBackup: 2 })).toMatchObject({
      tone: 'warn',
      word: expect.stringContaining('多 2 次修改'),
    })
    expect(preview({ count: 5, unit: null, notInBackup: 0 }).tone).toBe('good')
    expect(preview({ count: 0, unit: null, notInBackup: 0 }).tone).toBe('note')
    expect(preview(null).word).toContain('不会删除')
  })

  it('counts and names', () => {
    const differences = [
      {
        type: 'enterprise' as const,
        inBackup: 30,
        inPresent: 7,
        onlyBackup: { count: 25, names: ['甲厂', '乙厂'] },
        onlyPresent: { count: 1, names: ['丁厂'] },
        changed: { count: 0, names: [] },
      },
    ]
    expect(differenceRows(differences)).toEqual([{ title: '企业', cells: [30, 7, 25, 1, 0] }])
    expect(namedDifferences(differences)).toEqual([
      '恢复后消失 · 企业：丁厂',
      '恢复后出现 · 企业：甲厂、乙厂 等 25 条',
    ])
  })
})

it('passphrases are checked where they are typed', () => {
  const typed = (change: object) => passphraseProblem({ ...NO_PASSPHRASES, ...change }, true)?.field ?? null
  const long = '一句容易记住的话二〇二一'
  expect(typed({})).toBe('office')
  expect(typed({ office: '太短', officeAgain: '太短' })).toBe('office')
  expect(typed({ office: long, officeAgain: '不同' })).toBe('officeAgain')
  expect(typed({ office: long, officeAgain: long })).toBeNull()
  expect(typed({ office: long, officeAgain: long, reviewer: long, reviewerAgain: long })).toBe('reviewer')
  expect(passphraseProblem({ ...NO_PASSPHRASES, reviewer: long, reviewerAgain: long }, false)).toBeNull()
})
