import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditCheckCharacter, isCreditCode, normaliseCode } from '#shared/codes/credit-code.ts'
import { isOrganisationCode, organisationCheckDigit } from '#shared/codes/organisation-code.ts'
import {
  normalisePatentNumber,
  parsePatentNumber,
  patentCheckCharacter,
} from '#shared/codes/patent-number.ts'

const CHARSET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const numRuns = Number(process.env.PBZ_RUNS ?? 300)

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
const creditCode = fc
  .tuple(
    fc.constantFrom('91', '92', '93', '12', '52'),
    digits(6),
    fc.array(fc.constantFrom(...CHARSET), { minLength: 9, maxLength: 9 }),
  )
  .map(([category, authority, body]) => {
    const first = category + authority + body.join('')
    return first + creditCheckCharacter(first)
  })
const applicationNumber = fc
  .tuple(fc.integer({ min: 2003, max: 2035 }), fc.constantFrom('1', '2', '3', '8', '9'), digits(7))
  .map(([year, kind, serial]) => `${year}${kind}${serial}.${patentCheckCharacter(`${year}${kind}${serial}`)}`)

/** 1985 to September 2003: two digits of the year, five of the serial. */
const oldApplicationNumber = fc
  .tuple(fc.constantFrom('85', '95', '99', '00', '03'), fc.constantFrom('1', '2', '3', '8', '9'), digits(5))
  .map(([year, kind, serial]) => `${year}${kind}${serial}.${patentCheckCharacter(`${year}${kind}${serial}`)}`)

describe('laws of codes', () => {
  it('every single substitution in a credit code is caught', () => {
    fc.assert(
      fc.property(creditCode, (code) => {
        expect(isCreditCode(code)).toBe(true)
        for (let at = 0; at < code.length; at++) {
          for (const other of CHARSET) {
            if (other === code[at]) continue
            expect(isCreditCode(code.slice(0, at) + other + code.slice(at + 1))).toBe(false)
          }
        }
      }),
      { numRuns: Math.min(numRuns, 2000) },
    )
  })

  it('every swap of unequal neighbours in a credit code is caught', () => {
    fc.assert(
      fc.property(creditCode, fc.nat(16), (code, at) => {
        const [a = '', b = ''] = code.slice(at, at + 2)
        fc.pre(a !== b)
        expect(isCreditCode(code.slice(0, at) + b + a + code.slice(at + 2))).toBe(false)
      }),
      { numRuns },
    )
  })

  it('normalising a code twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (raw) => {
        const once = normaliseCode(raw)
        expect(normaliseCode(once)).toBe(once)
      }),
      { numRuns },
    )
  })

  it('every single substitution in an organisation code body is caught', () => {
    const alphabet = [...'0123456789']
    fc.assert(
      fc.property(digits(8), fc.nat(7), fc.constantFrom(...alphabet), (body, at, other) => {
        fc.pre(body[at] !== other)
        const check = organisationCheckDigit(body)
        expect(isOrganisationCode(body.slice(0, at) + other + body.slice(at + 1) + check)).toBe(false)
      }),
      { numRuns },
    )
  })

  it('every single digit error in a patent number is seen', () => {
    fc.assert(
      fc.property(applicationNumber, fc.nat(11), fc.constantFrom(...'0123456789'), (number, at, other) => {
        fc.pre(number[at] !== other)
        const wrong = parsePatentNumber(number.slice(0, at) + other + number.slice(at + 1))
        expect(wrong === null || (wrong.form === 'application' && wrong.checkDigit === 'wrong')).toBe(true)
      }),
      { numRuns },
    )
  })

  it('every swap of unequal neighbours in a patent number is seen, the check character included', () => {
    fc.assert(
      fc.property(fc.oneof(applicationNumber, oldApplicationNumber), fc.nat(11), (number, near) => {
        const plain = number.replace('.', '')
        const at = near % (plain.length - 1)
        const [a = '', b = ''] = plain.slice(at, at + 2)
        fc.pre(a !== b)
        const wrong = parsePatentNumber(plain.slice(0, at) + b + a + plain.slice(at + 2))
        expect(wrong === null || (wrong.form === 'application' && wrong.checkDigit === 'wrong')).toBe(true)
      }),
      { numRuns: numRuns * 4 },
    )
  })

  it('the canonical patent number is its own canonical form', () => {
    fc.assert(
      fc.property(applicationNumber, fc.constantFrom('', 'ZL', 'CN'), (number, prefix) => {
        expect(normalisePatentNumber(prefix + number)).toBe(number)
        expect(normalisePatentNumber(prefix + number.replace('.', ''))).toBe(number)
      }),
      { numRuns },
    )
  })
})
