import { describe, expect, it } from 'vitest'
import { INDICATOR_IDS } from '#shared/pack/indicator-id.ts'
import { parsePack } from '#shared/pack/parse-pack.ts'
import { builtInPack, builtInPackJson } from '#tests/support/built-in-pack.ts'

describe('the built-in plan pack', () => {
  it('has the 13 reporting units of the notice and the sample county', () => {
    const units = builtInPack().units.filter((unit) => unit.trial !== true)
    expect(units).toHaveLength(13)
    expect(units.filter((unit) => unit.division === null).map((unit) => unit.code)).toEqual([
      'YY-JKQ',
      'YY-XGQ',
      'YY-NHQ',
      'YY-QYQ',
    ])
    expect(builtInPack().units.find((unit) => unit.trial)?.code).toBe('YY-DEMO')
  })

  it('describes every indicator the program computes', () => {
    expect(builtInPack().indicators.map((entry) => entry.id)).toEqual([...INDICATOR_IDS])
  })

  it('holds the targets of the notice for the city and none for a county', () => {
    expect(builtInPack().cityTargets.map(({ id, value, unit }) => `${id} ${value}${unit}`)).toEqual([
      'G1 50家',
      'G3a 2家',
      'G3b 10家',
      'G3c 100人',
      'G5 100家',
    ])
  })

  it('lets one preparer sign unless the city asks for more', () => {
    expect(builtInPack().reports.map((kind) => kind.signers)).toEqual(Array(5).fill(['preparer']))
  })
})

describe('a pack that does not fit', () => {
  const refused = (change: Record<string, unknown>) => parsePack({ ...builtInPackJson(), ...change })

  it('is refused with the place that does not fit', () => {
    expect(refused({ format: 'pbz-pack-2' })).toEqual({
      ok: false,
      error: { code: 'pack.invalid', detail: 'format' },
    })
    expect(refused({ extra: 1 })).toEqual({ ok: false, error: { code: 'pack.invalid', detail: '整体' } })
    expect(parsePack(null)).toEqual({ ok: false, error: { code: 'pack.invalid', detail: '整体' } })
  })

  it('is refused when two units share a code', () => {
    const [unit] = builtInPack().units
    expect(refused({ units: [unit, unit] }).ok).toBe(false)
  })

  it('is refused when the columns of a form have headings of different depth', () => {
    const { forms } = builtInPack()
    const [first, ...rest] = forms.form8.columns
    const uneven = { ...forms.form8, columns: [{ ...first, headings: ['序号'] }, ...rest] }
    expect(refused({ forms: { ...forms, form8: uneven } }).ok).toBe(false)
  })
})
