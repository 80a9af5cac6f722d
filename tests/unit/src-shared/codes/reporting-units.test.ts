import { describe, expect, it } from 'vitest'
import { mayRegisterIn, REPORTING_UNITS, unitByCode, unitByName } from '#shared/codes/reporting-units.ts'

describe('reporting units', () => {
  it('are nine divisions and four zones', () => {
    expect(REPORTING_UNITS.map((unit) => `${unit.code} ${unit.name}`)).toEqual([
      'YY-430602 岳阳楼区',
      'YY-430603 云溪区',
      'YY-430611 君山区',
      'YY-430621 岳阳县',
      'YY-430623 华容县',
      'YY-430624 湘阴县',
      'YY-430626 平江县',
      'YY-430681 汨罗市',
      'YY-430682 临湘市',
      'YY-JKQ 岳阳经济技术开发区',
      'YY-XGQ 城陵矶新港区',
      'YY-NHQ 南湖新区',
      'YY-QYQ 屈原管理区',
    ])
  })

  it.each([
    ['平江县', 'YY-430626'],
    ['岳阳市平江县', 'YY-430626'],
    ['湖南省岳阳市平江县', 'YY-430626'],
    ['平江', 'YY-430626'],
    [' 平 江 县 ', 'YY-430626'],
    ['岳阳县', 'YY-430621'],
    ['岳阳市岳阳楼区', 'YY-430602'],
    ['岳阳市经开区', 'YY-JKQ'],
    ['岳阳经开区', 'YY-JKQ'],
    ['湖南城陵矶新港区', 'YY-XGQ'],
    ['屈原区', 'YY-QYQ'],
    ['岳阳市', 'YY-430600'],
    ['试用县', 'YY-DEMO'],
  ])('finds %s', (text, code) => {
    expect(unitByName(text)?.code).toBe(code)
  })

  it.each(['岳阳', '长沙县', '', '东风湖新区'])('does not guess %j', (text) => {
    expect(unitByName(text)).toBeNull()
  })

  it('finds by code, and has no unit for unknown codes', () => {
    expect(unitByCode('YY-NHQ')?.name).toBe('南湖新区')
    expect(unitByCode('YY-430699')).toBeNull()
  })

  it('knows where firms of a unit may be registered', () => {
    const allowed = (unit: string, division: string) => {
      const found = unitByCode(unit)
      return found !== null && mayRegisterIn(found, division)
    }
    expect(allowed('YY-430626', '430626')).toBe(true)
    expect(allowed('YY-430626', '430600')).toBe(true)
    expect(allowed('YY-430626', '430602')).toBe(false)
    expect(allowed('YY-QYQ', '430681')).toBe(true)
    expect(allowed('YY-NHQ', '430602')).toBe(true)
    expect(allowed('YY-DEMO', '430626')).toBe(true)
  })
})
