import { describe, expect, test } from 'vitest'
import { numberVerdict } from '#renderer/features/patents/patent-number-words.ts'
import { patentNumberRefusal } from '#shared/codes/patent-number-refusal.ts'

describe('what is told about a typed number', () => {
  test('kind, filing year and check digit of an application number in any spelling', () => {
    const told = { tone: 'good', number: '201911044411.X', kind: '发明', filingYear: 2019 }
    expect(numberVerdict('ZL201911044411.X')).toEqual({ ...told, words: '发明，2019 年申请，校验位正确' })
    expect(numberVerdict('cn 2019 1 1044411')).toEqual({ ...told, words: '发明，2019 年申请，校验位补为 X' })
    expect(numberVerdict('201580003807.3')?.words).toBe('发明（PCT），2015 年申请，校验位正确')
  })

  test('a wrong check digit is a warning that names the right one', () => {
    expect(numberVerdict('201911044411.3')).toEqual({
      tone: 'warn',
      words: '发明，2019 年申请，校验位不符：应为 X，请核对',
      number: '201911044411.3',
      kind: '发明',
      filingYear: 2019,
    })
    expect(patentNumberRefusal('201911044411.3')).toBeNull()
  })

  test('other numbers of a patent are told apart and refused as application number', () => {
    expect(numberVerdict('CN110941994B')?.words).toBe('这是授权公告号，不是申请号')
    expect(patentNumberRefusal('CN110941994B')).toContain('是授权公告号')
    expect(patentNumberRefusal('CN110941994A')).toContain('是公布号')
    expect(patentNumberRefusal('证书号第4567890号')).toContain('证书号')
    expect(numberVerdict('abc')).toMatchObject({ tone: 'bad', number: null })
    expect(numberVerdict('  ')).toBeNull()
  })
})
