import { cellText, visible } from '../cell-text.ts'
import type { Note } from '../finding.ts'
import type { Cell } from '../matrix.ts'
import { emptyMark, NOTHING, plain, type Reading, refused } from './reading.ts'

const SIMPLE = /^(1\d{10}|0\d{2,3}-\d{7,8})$/
const USUAL = /^(1\d{10}|0\d{2,3}-?\d{7,8}|\d{7,8}|400-?\d{3}-?\d{4})$/
const NUMBERS = /\+?\d[\d-]{5,}\d/gu

/** 联系电话: one or several numbers; a person's name beside them goes to 联系人. */
export function readPhone(cell: Cell): Reading {
  if (typeof cell === 'string' && SIMPLE.test(cell)) return plain(cell)
  if (typeof cell === 'number') return fromNumber(cell)
  const shown = visible(cellText(cell)).normalize('NFKC').trim()
  if (shown === '') return NOTHING
  if (emptyMark(shown) !== null) return { notes: [{ kind: 'placeholder-empty', after: '' }] }
  if (/^\d\.\d+E\+?\d+$/i.test(shown)) return refused('phone-precision-lost')
  return fromText(shown)
}

function fromNumber(value: number): Reading {
  const digits = String(value)
  if (value >= 1e10 && value % 1e6 === 0) return refused('phone-precision-lost')
  if (/^7[3-9]\d{8,9}$/.test(digits)) {
    const restored = `0${digits.slice(0, 3)}-${digits.slice(3)}`
    return { value: restored, notes: [{ kind: 'phone-leading-zero-lost', after: restored }] }
  }
  const defect = defectOf(digits)
  return { value: digits, notes: [{ kind: 'phone-as-number', after: digits }, ...defect] }
}

function fromText(shown: string): Reading {
  const text = shown
    .replace(/[\u2010-\u2015]/gu, '-')
    .replace(/(?<=\d) *- *(?=\d)/gu, '-')
    .replace(/(?<=\d{3}) (?=\d{4} ?\d{4}$)|(?<=^\d{3} \d{4}) (?=\d{4}$)/gu, '')
  const numbers = (text.match(NUMBERS) ?? []).map((number) => number.replace(/^\+?86-?(?=1\d{10}$)/u, ''))
  const words = text.replace(NUMBERS, ' ').match(/[\p{Script=Han}·]{2,}/gu) ?? []
  if (numbers.length === 0)
    return { value: shown.slice(0, 80), notes: [{ kind: 'phone-unusual', after: null }] }
  const value = numbers.join('、').slice(0, 80)
  const notes: Note[] = numbers.flatMap(defectOf)
  if (numbers.length > 1) notes.push({ kind: 'phone-two-in-cell', after: value })
  const name = words.find((word) => word.length <= 5 && !/电话|手机|办公|座机|转|号/u.test(word))
  if (name === undefined) return { value, notes }
  return {
    value,
    notes: [...notes, { kind: 'name-in-phone', after: value }],
    also: { 'enterprise.contact': name },
  }
}

function defectOf(number: string): Note[] {
  if (USUAL.test(number)) return []
  return [{ kind: /^1\d{9}$/.test(number) ? 'phone-10-digits' : 'phone-unusual', after: null }]
}
