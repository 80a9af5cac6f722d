import { expect, it } from 'vitest'
import { backupAlarm } from '#renderer/app/backup-alarm.ts'
import type { BackupStatus, PlaceStatus } from '#shared/ipc/backup-channels.ts'
import { FileToken } from '#shared/ipc/channel.ts'

const NOW = '2021-10-12T01:00:00Z'
const HERE = { now: NOW, isTrial: false, passphraseSaid: false }
const place = (change: Partial<PlaceStatus> = {}): PlaceStatus => ({
  folder: { token: FileToken.parse('a'.repeat(32)), name: 'U盘', size: 0 },
  reachable: true,
  lastGood: { name: 'x', at: '2021-10-08T01:00:00Z', count: 2, bytes: 9 },
  failure: null,
  sameDisk: false,
  overdue: false,
  ...change,
})
const status = (change: Partial<BackupStatus> = {}): BackupStatus => ({
  hasData: true,
  data: place(),
  since: NOW,
  second: place(),
  postponed: null,
  protection: ['office'],
  chainOpen: false,
  ...change,
})

it('nothing while all is well, nothing without data', () => {
  expect(backupAlarm(status(), HERE)).toBeNull()
  expect(backupAlarm(null, HERE)).toBeNull()
  expect(backupAlarm(status({ hasData: false, data: place({ overdue: true }) }), HERE)).toBeNull()
})

it('red with the last good one and the reason of the last failure', () => {
  const failure = { at: NOW, sentence: '“台账”所在磁盘空间不足。请清理', damaged: false }
  expect(backupAlarm(status({ data: place({ overdue: true, failure }) }), HERE)).toEqual({
    tone: 'bad',
    sentence: '已超过 3 天没有可用的备份（最近一次 2021-10-08 09:00）：“台账”所在磁盘空间不足。请清理',
  })
  expect(backupAlarm(status({ data: place({ overdue: true, lastGood: null }) }), HERE)?.sentence).toContain(
    '还没有成功过',
  )
})

it('red for the second place by itself, and says what to do when it is away', () => {
  const away = status({ second: place({ overdue: true, reachable: false }) })
  expect(backupAlarm(away, HERE)?.sentence).toContain('请插好U盘')
  expect(backupAlarm(status({ second: place({ reachable: false }) }), HERE)).toBeNull()
})

it('red when the key is lost; a reminder a week after 以后再说', () => {
  expect(backupAlarm(status({ protection: 'lost' }), HERE)?.tone).toBe('bad')
  expect(backupAlarm(status({ protection: 'unreadable' }), HERE)?.sentence).toContain('读不出来')
  const later = (postponed: string) => backupAlarm(status({ second: null, postponed }), HERE)
  expect(later('2021-10-11T01:00:00Z')).toBeNull()
  expect(later('2021-10-05T01:00:00Z')?.tone).toBe('warn')
  expect(backupAlarm(status({ second: null }), HERE)).toBeNull()
})

it('where nobody was ever asked for a second place it is asked for from the next day on, in the trial never', () => {
  const unasked = status({ second: null, since: '2021-10-11T00:59:59Z' })
  expect(backupAlarm(unasked, HERE)).toMatchObject({
    tone: 'warn',
    sentence: expect.stringContaining('第二处'),
  })
  expect(backupAlarm(unasked, { ...HERE, isTrial: true })).toBeNull()
})

it('a missing passphrase is reminded of once, a week after the first data', () => {
  const open = (since: string) => status({ protection: [], since })
  expect(backupAlarm(open('2021-10-11T01:00:00Z'), HERE)).toBeNull()
  expect(backupAlarm(open('2021-10-05T01:00:00Z'), HERE)).toMatchObject({ tone: 'warn', once: 'passphrase' })
  expect(backupAlarm(open('2021-10-05T01:00:00Z'), { ...HERE, passphraseSaid: true })).toBeNull()
  expect(backupAlarm(open('2021-10-05T01:00:00Z'), { ...HERE, isTrial: true })).toBeNull()
})

it('a damaged journal is told at once, not after three days', () => {
  const failure = { at: NOW, sentence: '台账日志第 3 行已损坏。请恢复', damaged: true }
  expect(backupAlarm(status({ data: place({ failure }) }), HERE)).toEqual({
    tone: 'bad',
    sentence: '没有备份成功：台账日志第 3 行已损坏。请恢复',
  })
})
