import { describe, expect, test } from 'vitest'
import { checkedProfile, shownText } from '#renderer/features/setup/setup-draft.ts'
import { REPORTING_UNITS, type ReportingUnit, unitByCode } from '#shared/codes/reporting-units.ts'

function unit(code: string): ReportingUnit {
  const found = unitByCode(code)
  if (found === null) throw new Error(code)
  return found
}
const PINGJIANG = unit('YY-430626')
const ZONE = unit('YY-JKQ')

describe('the proposals of 首次设置', () => {
  test('follow the chosen unit until a field is typed into, and an emptied field stays empty', () => {
    expect([
      shownText({}, PINGJIANG, 'fullName'),
      shownText({}, ZONE, 'fullName'),
      shownText({ fullName: '平江县工信局' }, ZONE, 'fullName'),
      shownText({ docMark: '' }, PINGJIANG, 'docMark'),
      shownText({}, PINGJIANG, 'docMark'),
      shownText({}, ZONE, 'docMark'),
    ]).toEqual([
      '平江县科技和工业信息化局',
      '岳阳经济技术开发区产业发展局',
      '平江县工信局',
      '',
      '平工信发',
      '',
    ])
  })

  test('are valid for each of the 13 units once the 填报人 is known', () => {
    const checked = REPORTING_UNITS.map((each) => checkedProfile({ preparer: '李某' }, each).ok)
    expect(checked).toEqual(Array.from({ length: 13 }, () => true))
  })
})

describe('本单位档案', () => {
  test('takes what is shown, without empty fields', () => {
    expect(
      checkedProfile({ preparer: ' 李某 ', officePhone: '0730-6222222', office: '' }, PINGJIANG),
    ).toEqual({
      ok: true,
      profile: {
        unit: 'YY-430626',
        fullName: '平江县科技和工业信息化局',
        docMark: '平工信发',
        preparer: '李某',
        officePhone: '0730-6222222',
      },
    })
  })

  test('says for each field what is missing or too long', () => {
    expect(checkedProfile({ fullName: ' ', head: '某'.repeat(41) }, PINGJIANG)).toEqual({
      ok: false,
      problems: {
        fullName: '请填写单位全称',
        head: '单位负责人太长（41 字）',
        preparer: '请填写填报人',
      },
    })
  })
})
