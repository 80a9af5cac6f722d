import { describe, expect, it } from 'vitest'
import { isOrganisationCode, organisationCheckDigit } from '#shared/codes/organisation-code.ts'

describe('GB 11714 check character', () => {
  it.each([
    ['71526726', 'X'],
    ['19220382', '1'],
    ['71219440', '5'],
    ['M000100Y', '4'],
    ['MA4T0006', 'X'],
    ['10110166', '0'],
  ])('of %s is %s', (body, check) => {
    expect(organisationCheckDigit(body)).toBe(check)
  })

  it('is not defined for other lengths or characters', () => {
    expect(organisationCheckDigit('7152672')).toBeNull()
    expect(organisationCheckDigit('7152672中')).toBeNull()
  })

  it('accepts a code with or without its hyphen', () => {
    expect(['71526726-X', '71526726X', '715267261', '71526726'].map(isOrganisationCode)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
