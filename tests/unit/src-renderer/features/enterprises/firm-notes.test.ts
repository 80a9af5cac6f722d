import { describe, expect, it } from 'vitest'
import { columnTitleProblem } from '#renderer/features/enterprises/column-titles.ts'
import { codeNote, editRefusal, sizeNote } from '#renderer/features/enterprises/firm-notes.ts'
import { creditCheckCharacter } from '#shared/codes/credit-code.ts'
import { unitByCode } from '#shared/codes/reporting-units.ts'

const PINGJIANG = unitByCode('YY-430626')
const valid = (first17: string) => first17 + creditCheckCharacter(first17)

describe('the note beside a code', () => {
  it('is silent for a firm of the county, the city or the province', () => {
    for (const division of ['430626', '430600', '430000', '100000'])
      expect(codeNote(valid(`91${division}MA4T00297`), PINGJIANG)).toBeNull()
  })

  it('says what is wrong and what to do', () => {
    const good = valid('91430626MA4T00297')
    const wrong = good.slice(0, 17) + (good.endsWith('0') ? '1' : '0')
    expect([
      codeNote(undefined, PINGJIANG),
      codeNote(wrong, PINGJIANG),
      codeNote(good.slice(0, 17), PINGJIANG),
      codeNote('430626000012345', PINGJIANG),
      codeNote(valid('91430681MA4T00297'), PINGJIANG),
      codeNote(valid('92430626MA4T00297'), PINGJIANG),
    ]).toEqual([
      '缺代码，请对照营业执照补填',
      '校验位不符，请对照营业执照核对',
      '代码有17位，应为18位',
      '这是旧的15位注册号，请补填18位代码',
      '代码显示登记在其他县市区，请确认是否本辖区企业',
      '代码不是企业类（91开头），一般不计为中小企业',
    ])
  })
})

describe('a typed value', () => {
  it('is refused for a voided firm and where it would leave a firm without a name', () => {
    expect([
      editRefusal('phone', '1', null),
      editRefusal('code', null, null),
      editRefusal('name', null, null),
      editRefusal('phone', '1', '重复录入'),
    ]).toEqual([null, null, '企业名称不能为空；录错的企业请用“作废”', '企业已作废，请先恢复'])
  })
})

describe('the title of an own column', () => {
  const columns = [{ id: 'k', title: '内部编号', kind: '文本' as const }]
  it('must be given, and be new', () => {
    expect([
      columnTitleProblem(' ', columns, null),
      columnTitleProblem('联系电话', columns, null),
      columnTitleProblem('内部编号 ', columns, null),
      columnTitleProblem('内部编号', columns, 'k'),
      columnTitleProblem('包片人', columns, null),
    ]).toEqual(['请填写列名', '名录中已有“联系电话”列', '已有自定义列“内部编号”', null, null])
  })
})

describe('企业规模', () => {
  it('is told as 系统测算 beside what was typed, as a warning only where the two differ', () => {
    const computed = { size: '小型', year: 2020 } as const
    expect(sizeNote('小型', computed)).toEqual({ words: '系统测算：小型（按2020年数据）', differs: false })
    expect(sizeNote(undefined, computed)?.differs).toBe(false)
    expect(sizeNote('中型', computed)).toEqual({
      words: '系统测算：小型（按2020年数据），与所填不一致，请核对',
      differs: true,
    })
    expect(sizeNote('中型', { size: '无法判定', year: 2020 })).toBeNull()
  })
})
