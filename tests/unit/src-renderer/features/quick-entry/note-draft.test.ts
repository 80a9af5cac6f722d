import { expect, test } from 'vitest'
import { checkedNote, EMPTY_NOTE, nextNote, notedWords } from '#renderer/features/quick-entry/note-draft.ts'

const TODAY = '2021-09-30'
const FIRM = { name: '甲公司', enterprise: 'a' }

test('a sentence is enough: today, 走访, no follow-up', () => {
  expect(checkedNote({ ...EMPTY_NOTE, sentence: ' 上门了解情况 ' }, TODAY)).toEqual({
    ok: true,
    note: {
      firms: [],
      sentence: '上门了解情况',
      category: null,
      mode: '走访',
      date: TODAY,
      followUpOn: null,
    },
  })
})

test('dates are read as clerks type them', () => {
  const draft = { ...EMPTY_NOTE, firms: [FIRM], sentence: '对接', date: '2021.9.1', followUp: '20211015' }
  expect(checkedNote({ ...draft, mode: '线上', category: '投融资' }, TODAY)).toEqual({
    ok: true,
    note: {
      firms: [FIRM],
      sentence: '对接',
      category: '投融资',
      mode: '线上',
      date: '2021-09-01',
      followUpOn: '2021-10-15',
    },
  })
})

test('the first thing missing or wrong is named with its field', () => {
  const problems = [
    { ...EMPTY_NOTE },
    { ...EMPTY_NOTE, sentence: '对接', firmText: '甲' },
    { ...EMPTY_NOTE, sentence: '对接', date: '2021-02-30' },
    { ...EMPTY_NOTE, sentence: '对接', followUp: '下周' },
  ].map((draft) => {
    const checked = checkedNote(draft, TODAY)
    return checked.ok ? null : checked.field
  })
  expect(problems).toEqual(['sentence', 'firmText', 'date', 'followUp'])
})

test('the next note keeps day, category and way, nothing else', () => {
  const draft = {
    firms: [FIRM],
    firmText: '',
    sentence: '对接',
    category: '投融资',
    mode: '电话',
    date: '2021.9.1',
    followUp: '2021.10.1',
  }
  expect(nextNote(draft)).toEqual({ ...EMPTY_NOTE, category: '投融资', mode: '电话', date: '2021.9.1' })
})

test('what was noted says where it is when the year on screen is another one', () => {
  const checked = checkedNote({ ...EMPTY_NOTE, sentence: '对接', date: '2021-09' }, TODAY)
  if (!checked.ok) throw new Error(checked.message)
  expect([notedWords(checked.note, 2021), notedWords(checked.note, 2022)]).toEqual([
    '已记下：2021-09 对接',
    '已记下：2021-09 对接（在2021年，切换工作年度可查看）',
  ])
})
