import { describe, expect, it } from 'vitest'
import {
  findingKey,
  reasonOverrides,
  signingObstacle,
  stepStates,
} from '#renderer/features/report/report-steps.ts'
import { Override } from '#shared/bundle/report-body.ts'
import type { CheckFinding } from '#shared/report/check-list.ts'

const finding = (
  kind: CheckFinding['kind'],
  message: string,
  blocks = false,
  subject: string = kind,
): CheckFinding => ({
  kind,
  subject,
  message,
  severity: blocks ? 'blocking' : 'warning',
  records: [],
})
const missing = finding('missing', '研发投入：缺报15家', false, 'missing:rd-spending')
const revenue = finding('missing', '营业收入：缺报15家', false, 'missing:revenue')
const blocking = finding('empty-list', '2021年名单没有企业，表8是空表', true)

describe('reasons for warnings', () => {
  it('stay with their finding when its count changes', () => {
    expect(findingKey(missing)).toBe(findingKey({ ...missing, message: '研发投入：缺报3家' }))
    expect(findingKey(missing)).not.toBe(findingKey(revenue))
  })

  it('travel as overrides the body accepts, without blank ones and without what blocks', () => {
    const reasons = { [findingKey(missing)]: ' 企业未报，已催报 ', [findingKey(revenue)]: '  ' }
    const overrides = reasonOverrides([blocking, missing, revenue], reasons)
    expect(overrides).toEqual([
      {
        subject: 'check:missing:rd-spending',
        computed: '研发投入：缺报15家',
        stated: null,
        reason: '企业未报，已催报',
      },
    ])
    expect(overrides.every((override) => Override.safeParse(override).success)).toBe(true)
  })
})

describe('signing', () => {
  it('waits for every reason, and for what blocks whatever the reasons', () => {
    const reasons = { [findingKey(missing)]: '已催报' }
    expect([
      signingObstacle([missing, revenue], reasons),
      signingObstacle([missing], reasons),
      signingObstacle([blocking, missing], reasons),
    ]).toEqual(['检查清单里还有 1 项待说明', null, '检查清单里还有 1 项必须处理'])
  })
})

describe('where the steps stand', () => {
  const nothing = { findings: [], reasons: {}, standing: null, handedOver: false }
  const signed = { id: 's', state: '定稿' as const }

  it('before anything is signed', () => {
    expect(words(stepStates(nothing))).toEqual(['可以报送', '随时可印', '未定稿', '先定稿', '未登记'])
  })

  it('after 定稿, after the folder is written, after 报送登记', () => {
    expect(words(stepStates({ ...nothing, standing: signed })).slice(2)).toEqual([
      '已定稿',
      '未输出',
      '未登记',
    ])
    const written = stepStates({ ...nothing, standing: signed, handedOver: true })
    expect(words(written).slice(2)).toEqual(['已定稿', '已输出', '未登记'])
    const sent = stepStates({ ...nothing, standing: { id: 's', state: '已报送' } })
    expect(words(sent).slice(2)).toEqual(['已定稿', '已输出', '已登记'])
  })
})

const words = (states: ReturnType<typeof stepStates>) => Object.values(states).map(({ word }) => word)
