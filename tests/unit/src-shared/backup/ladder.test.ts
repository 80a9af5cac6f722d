import { describe, expect, it } from 'vitest'
import { type BackupName, parseBackupName } from '#shared/backup/backup-name.ts'
import { dueReason, isOverdue, KEPT_DAYS, KEPT_RECENT, removable } from '#shared/backup/ladder.ts'

const good = { at: '2021-10-08T01:00:00Z', hash: 'a' }

describe('what is due', () => {
  it('a first backup at once', () => {
    expect(dueReason('2021-10-08T01:00:00Z', null, 'a')).toBe('monthly')
  })

  it('15 minutes after the last one, and only when something changed', () => {
    expect(dueReason('2021-10-08T01:14:59Z', good, 'b')).toBeNull()
    expect(dueReason('2021-10-08T01:15:00Z', good, 'b')).toBe('change')
    expect(dueReason('2021-10-08T09:15:00Z', good, 'a')).toBeNull()
  })

  it('the first of a day and of a month in China, also unchanged', () => {
    expect(dueReason('2021-10-08T15:59:59Z', good, 'a')).toBeNull()
    expect(dueReason('2021-10-08T16:00:00Z', good, 'a')).toBe('daily')
    expect(dueReason('2021-10-31T16:00:00Z', good, 'a')).toBe('monthly')
  })

  it('15 minutes also when the clock was set back within the day', () => {
    expect(dueReason('2021-10-08T00:30:00Z', good, 'b')).toBe('change')
    expect(dueReason('2021-10-08T00:50:00Z', good, 'b')).toBeNull()
    expect(dueReason('2021-10-08T00:30:00Z', good, 'a')).toBeNull()
  })

  it('at once when the last one bears a date of the future: a clock was wrong', () => {
    expect(dueReason('2018-10-08T01:00:00Z', good, 'b')).toBe('daily')
  })
})

describe('the red line', () => {
  it('stands three days after the last good backup, or after the first data while there is none', () => {
    expect(isOverdue('2021-10-11T01:00:00Z', good.at, good.at)).toBe(false)
    expect(isOverdue('2021-10-11T01:00:01Z', good.at, good.at)).toBe(true)
    expect(isOverdue('2021-10-11T01:00:01Z', null, good.at)).toBe(true)
  })

  it('stands when the last one is years ahead', () => {
    expect(isOverdue('2018-10-08T01:00:00Z', good.at, good.at)).toBe(true)
  })
})

const named = (time: string, count: number, reason = 'change', station = '5e6f7a8b'): BackupName => {
  const stamp = time.replaceAll(/[-:]/g, '')
  const file = parseBackupName(`YY-430626_${stamp}_${reason}_${count}_1a2b3c4d_${station}.pbz-backup`)
  if (file === null) throw new Error(time)
  return file
}
const at = (minutes: number): string =>
  `${new Date(Date.parse('2021-01-01T00:00:00Z') + minutes * 60_000).toISOString().slice(0, 19)}Z`

describe('what may go', () => {
  it('of a day with many backups the newest twelve stay', () => {
    const files = Array.from({ length: 20 }, (_, index) => named(at(index * 15), index + 1))
    const going = removable(files, null)
    expect(going.map((file) => file.count)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(KEPT_RECENT).toBe(12)
  })

  it('of 100 days the last 31 stay, and the newest of every month for ever', () => {
    const files = Array.from({ length: 100 }, (_, day) => named(at(day * 1440), day + 1, 'daily'))
    const kept = new Set(files)
    for (const file of removable(files, null)) kept.delete(file)
    const days = [...kept].map((file) => file.createdAt.slice(0, 10))
    expect(days).toContain('2021-01-31')
    expect(days).toContain('2021-02-28')
    expect(days).toHaveLength(KEPT_DAYS + 2)
  })

  it('what was made before a dangerous step stays, and the last good one', () => {
    const old = named(at(0), 1, 'before-restore')
    const files = [old, ...Array.from({ length: 20 }, (_, index) => named(at(15 + index), index + 2))]
    const going = removable(files, files[1]?.name ?? null)
    expect(going).not.toContain(old)
    expect(going).not.toContain(files[1])
    expect(going).toHaveLength(7)
  })

  it('of a day whose newest was never proved the newest proved one stays too', () => {
    const files = Array.from({ length: 20 }, (_, index) => named(at(index * 15), index + 1))
    const later = Array.from({ length: 12 }, (_, index) => named(at(1440 + index), index + 21))
    const kept = (proved: readonly number[]) => {
      const names = new Set(files.filter((file) => proved.includes(file.count)).map((file) => file.name))
      const going = new Set(removable([...files, ...later], null, names))
      return files.filter((file) => !going.has(file)).map((file) => file.count)
    }
    expect(kept([])).toEqual([20])
    expect(kept([3, 7])).toEqual([7, 20])
    expect(kept([7, 20])).toEqual([20])
  })

  it('a clock set back three years does not make the newest the oldest', () => {
    const before = Array.from({ length: 20 }, (_, index) => named(at(index), index + 1))
    const newest = named('2018-01-01T00:00:00Z', 21)
    expect(removable([...before, newest], null)).not.toContain(newest)
  })

  it('each station of each journal has its own ladder', () => {
    const mine = Array.from({ length: 12 }, (_, index) => named(at(index + 100), index + 50))
    const theirs = named(at(0), 1, 'change', 'ffffffff')
    expect(removable([...mine, theirs], null)).toEqual([])
  })
})
