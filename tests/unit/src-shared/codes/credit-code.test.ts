import { describe, expect, it } from 'vitest'
import {
  checkCreditCode,
  creditCheckCharacter,
  isCreditCode,
  legacyKindOf,
  normaliseCode,
  orgCodeOf,
  suggestCreditCode,
} from '#shared/codes/credit-code.ts'

// Published codes of well-known companies, the standard's own example, and edge cases.
const VALID = [
  '914403001922038216',
  '9144030071526726XG',
  '91110108551385082Q',
  '91440300192317458F',
  '91440400192548256N',
  '91350900587527783P',
  '91100000100003962T',
  '9152000071430580XT',
  '914300007121944054',
  '91440300192181490G',
  '9144030010001686XA',
  '91110000710926094P',
  '911100001011016602',
  '91110000600037341L',
  '91350100M000100Y43',
  '91430602MA4T002970',
  '91430602MA4T005290',
  '91430602MA4T0006XM',
]

describe('checkCreditCode', () => {
  it.each(VALID)('accepts %s', (code) => {
    expect(checkCreditCode(code)).toEqual({
      valid: true,
      authority: code.slice(2, 8),
      category: code.slice(0, 2),
    })
  })

  it.each(['91310115MA1H8R7C6D', '91410100779423456X', '91350100M000100Y4Z'])(
    'rejects %s, which circulates as an example',
    (code) => {
      expect(isCreditCode(code)).toBe(false)
    },
  )

  it('names the check digit and tells that the organisation code inside is sound', () => {
    expect(checkCreditCode('91440300192203821X')).toEqual({
      valid: false,
      reason: 'check-digit',
      length: 18,
      orgDigitOk: true,
    })
  })

  it('tells that the organisation code inside is broken too', () => {
    expect(checkCreditCode('914403001922048216')).toEqual({
      valid: false,
      reason: 'check-digit',
      length: 18,
      orgDigitOk: false,
    })
  })

  it.each([
    ['91440300192203821', 17],
    ['9144030019220382166', 19],
    ['', 0],
  ])('rejects %s for its length', (code, length) => {
    expect(checkCreditCode(code)).toEqual({ valid: false, reason: 'length', length, orgDigitOk: false })
  })

  it.each(['9144O3001922038216', '9144030019220382I6', '91440A001922038216', '91440300192203821S'])(
    'rejects %s for its characters',
    (code) => {
      expect(checkCreditCode(code)).toMatchObject({ valid: false, reason: 'charset' })
    },
  )

  it('gives check character 0 when the remainder is 0', () => {
    expect(creditCheckCharacter('91430602MA4T00297')).toBe('0')
    expect(creditCheckCharacter('91430602MA4T0029')).toBeNull()
  })
})

describe('normaliseCode', () => {
  it.each([
    ['９１４３０６２６ＥＸ１０００１１９３', '91430626EX10001193'],
    [' 9144\u00a03000\u30007152\u200b6726\ufeffx\r\ng ', '9144300071526726XG'],
    ["'91440300715267261g", '91440300715267261G'],
    ['\t91440300192317458f', '91440300192317458F'],
  ])('cleans %j', (raw, code) => {
    expect(normaliseCode(raw)).toBe(code)
  })
})

describe('suggestCreditCode', () => {
  it('reads letters that look like digits when the result validates', () => {
    expect(suggestCreditCode('9144O3OO1922O38216')).toBe('914403001922038216')
    expect(suggestCreditCode('9I44030019Z2038Z16')).toBe('914403001922038216')
    expect(suggestCreditCode('91110108SS138508ZQ')).toBe('91110108551385082Q')
  })

  it('stays silent when the result would not validate or nothing is wrong', () => {
    expect(suggestCreditCode('9144O3001922038217')).toBeNull()
    expect(suggestCreditCode('914403001922038216')).toBeNull()
    expect(suggestCreditCode('914403001922038217')).toBeNull()
  })
})

describe('legacyKindOf', () => {
  it.each([
    ['430626000012345', 'registration-number'],
    ['71526726X', 'organisation-code'],
    ['71526726-X', 'organisation-code'],
    ['914403001922038216', null],
    ['71526726-A', null],
  ])('reads %s as %s', (code, kind) => {
    expect(legacyKindOf(code)).toBe(kind)
  })

  it('finds the old organisation code inside a credit code', () => {
    expect(orgCodeOf('9144030071526726XG')).toBe('71526726X')
  })
})
