import { expect, it } from 'vitest'
import { backupAlarm } from '#renderer/app/backup-alarm.ts'
import type { BackupStatus, PlaceStatus } from '#shared/ipc/backup-channels.ts'
import { FileToken } from '#shared/ipc/channel.ts'

const NOW = '2021-10-12T01:00:00Z'
const place = (change: Partial<PlaceStatus> = {}): PlaceStatus => ({
  folder: { token: FileToken.parse('a'.repeat(32)), name: 'U盘', size: 0 },
  reachable: true,
  lastGood: { name: 'x', at: '2021-10-08T01:00:00Z', count: 2, bytes: 9 },
  failure: null,
  overdue: false,
  ...change,
})
const status = (change: Partial<BackupStatus> = {}): BackupStatus => ({
  hasData: true,
  data: place(),
  second: place(),
  postponed: null,
  protection: ['office'],
  chainOpen: false,
  ...change,
})

it('nothing while all is well, nothing without data', () => {
  expect(backupAlarm(status(), NOW)).toBeNull()
  expect(backupAlarm(null, NOW)).toBeNull()
  expect(backupAlarm(status({ hasData: false, data: place({ overdue: true }) }), NOW)).toBeNull()
})

it('red with the last good one and the reason of the last failure', () => {
  const failure = { at: NOW, sentence: '“台账”所在磁盘空间不足。请清理' }
  expect(backupAlarm(status({ data: place({ overdue: true, failure }) }), NOW)).toEqual({
    tone: 'bad',
    sentence: '已超过 3 天没有可用的备份（最近一次 2021-10-08 09:00）：“台账”所在磁盘空间不足。请清理',
  })
  expect(backupAlarm(status({ data: place({ overdue: true, lastGood: null }) }), NOW)?.sentence).toContain(
    '还没有成功过',
  )
})

it('red for the second place by itself, and says what to do when it is away', () => {
  const away = status({ second: place({ overdue: true, reachable: false }) })
  expect(backupAlarm(away, NOW)?.sentence).toContain('请插好U盘')
  expect(backupAlarm(status({ second: place({ reachable: false }) }), NOW)).toBeNull()
})

it('red when the key is lost; a reminder a week after 以后再说', () => {
  expect(backupAlarm(status({ protection: 'lost' }), NOW)?.tone).toBe('bad')
  expect(backupAlarm(status({ protection: 'unreadable' }), NOW)?.sentence).toContain('读不出来')
  const later = (postponed: string) => backupAlarm(status({ second: null, postponed }), NOW)
  expect(later('2021-10-11T01:00:00Z')).toBeNull()
  expect(later('2021-10-05T01:00:00Z')?.tone).toBe('warn')
  expect(backupAlarm(status({ second: null }), NOW)).toBeNull()
})
