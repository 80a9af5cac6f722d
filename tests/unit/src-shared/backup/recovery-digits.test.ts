import { expect, it } from 'vitest'
import { groupPlace, readRecoveryDigits, recoveryGroups } from '#shared/backup/recovery-digits.ts'
import { recoverySheet } from '#shared/backup/recovery-sheet.ts'

const key = Uint8Array.from({ length: 32 }, (_, at) => (at * 37 + 5) & 255)
const groups = recoveryGroups(key)

it('sixteen groups of six digits give the key back, however they are spaced', () => {
  expect(groups).toHaveLength(16)
  expect(groups.every((group) => /^\d{6}$/.test(group))).toBe(true)
  expect(readRecoveryDigits(groups.join(' '))).toEqual({ ok: true, key })
  expect(readRecoveryDigits(groups.join('－\n'))).toEqual({ ok: true, key })
  const fullWidth = [...groups.join('')].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
  expect(readRecoveryDigits(fullWidth.join(''))).toEqual({ ok: true, key })
})

it('every single wrong digit is found in its group', () => {
  const digits = groups.join('')
  for (let at = 0; at < digits.length; at++) {
    for (let wrong = 0; wrong < 10; wrong++) {
      if (String(wrong) === digits[at]) continue
      const typed = `${digits.slice(0, at)}${wrong}${digits.slice(at + 1)}`
      expect(readRecoveryDigits(typed)).toEqual({ ok: false, groups: [Math.floor(at / 6) + 1], digits: 96 })
    }
  }
})

it('two neighbouring digits exchanged are found', () => {
  const digits = groups.join('')
  for (let at = 0; at + 1 < digits.length; at++) {
    if (at % 6 === 5 || digits[at] === digits[at + 1]) continue
    const typed = `${digits.slice(0, at)}${digits[at + 1]}${digits[at]}${digits.slice(at + 2)}`
    expect(readRecoveryDigits(typed)).toMatchObject({ ok: false, groups: [Math.floor(at / 6) + 1] })
  }
})

it('neighbouring groups exchanged are found', () => {
  const [a = '', b = '', ...rest] = groups
  expect(readRecoveryDigits([b, a, ...rest].join(' '))).toMatchObject({ ok: false })
})

it('a missing digit is told by number', () => {
  expect(readRecoveryDigits(groups.join('').slice(1))).toMatchObject({ ok: false, digits: 95 })
  expect(groupPlace(1)).toBe('第 1 行第 1 组')
  expect(groupPlace(7)).toBe('第 2 行第 3 组')
})

it('the sheet holds every group once, in rows of four, and where to keep it', () => {
  const sheet = recoverySheet({ unit: '平江县工信局', date: '2021-10-08', groups, watermark: null })
  expect(sheet.rows.map((row) => row.cells)).toEqual([
    ['1', ...groups.slice(0, 4)],
    ['2', ...groups.slice(4, 8)],
    ['3', ...groups.slice(8, 12)],
    ['4', ...groups.slice(12)],
  ])
  expect(sheet.notes.join('')).toContain('保险柜')
})
