import { expect, test } from 'vitest'
import { printedForms } from '#renderer/use-cases/print-forms.ts'
import { sheetsFileName } from '#renderer/use-cases/print-sheets.ts'
import { periodOf } from '#shared/indicators/report-period.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { builtInPack } from '#tests/support/built-in-pack.ts'
import { plainRecords } from '#tests/support/plain-records.ts'

const pack = builtInPack()
const choice = {
  forms: ['form8', 'form1'] as const,
  period: periodOf(2021, 3),
  activitySpan: 'quarter' as const,
  today: '2021-10-08',
  bound: null,
}
const ofUnit = (unit: string) =>
  plainRecords({ profile: [{ id: PROFILE_ID, unit, fullName: '平江县科工局', preparer: '李某' }] })

test('the chosen forms come in the order of their numbers, without a code', () => {
  const sheets = printedForms(ofUnit('YY-430626'), pack, choice)
  expect(sheets.map(({ label, watermark, code }) => [label, watermark, code])).toEqual([
    ['表1', null, null],
    ['表8', null, null],
  ])
  expect(sheetsFileName('平江县 科工局', '2021年三季度', sheets)).toBe('平江县科工局_2021年三季度_表1表8')
})

test('sheets of a 定稿 carry its code and its date', () => {
  const bound = { code: '12345 67890 12345 67890 12345 67890', signedOn: '2021-10-06' }
  const sheets = printedForms(ofUnit('YY-430626'), pack, { ...choice, bound })
  expect(sheets.map(({ code }) => code)).toEqual([bound.code, bound.code])
  expect(sheets[0]?.unitLine.date).toBe('填报日期：2021年10月6日')
})

test('every sheet of the sample county is marked 试用数据', () => {
  const sheets = printedForms(ofUnit('YY-DEMO'), pack, choice)
  expect(sheets.map(({ watermark }) => watermark)).toEqual(['试用数据', '试用数据'])
})

test('without a unit profile there is no paper', () => {
  expect(printedForms(plainRecords({}), pack, choice)).toEqual([])
})
