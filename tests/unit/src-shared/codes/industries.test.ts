import { describe, expect, it } from 'vitest'
import { INDUSTRIES, industryByCode, industryByName } from '#shared/codes/industries.ts'

const ELECTRONICS = { section: 'C', division: '39', name: '计算机、通信和其他电子设备制造业' }

describe('industries', () => {
  it('are the 97 divisions in order', () => {
    expect(INDUSTRIES.map((industry) => Number(industry.division))).toEqual(
      Array.from({ length: 97 }, (_, at) => at + 1),
    )
  })

  it.each(['39', 'C39', 'c3982', 'Ｃ３９', '3982'])('reads code %s', (code) => {
    expect(industryByCode(code)).toEqual(ELECTRONICS)
  })

  it.each(['B39', '98', 'C', '', '制造业', 'C39825'])('does not read code %j', (code) => {
    expect(industryByCode(code)).toBeNull()
  })

  it.each([
    ['计算机、通信和其他电子设备制造业', '39'],
    ['计算机,通信及其他电子设备制造业', '39'],
    ['石油加工、炼焦和核燃料加工业', '25'],
    ['石油、煤炭及其他燃料加工业', '25'],
    ['开采辅助活动', '11'],
    ['化学原料及化学制品制造业', '26'],
    ['仓储业', '59'],
    ['软件和信息技术服务业', '65'],
  ])('reads the name %s', (name, division) => {
    expect(industryByName(name)?.division).toBe(division)
  })

  it('does not guess a name', () => {
    expect([industryByName('制造业'), industryByName('新材料')]).toEqual([null, null])
  })
})
