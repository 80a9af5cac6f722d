import { describe, expect, it } from 'vitest'
import { dictionaryColumn } from '#renderer/ui/grid/grid-column.ts'
import { matchingChoices } from '#renderer/ui/grid/matching-choices.ts'
import { fieldGroups } from '#renderer/ui/record-form/field-groups.ts'
import { fieldOf, fieldsOf, type Row } from '#shared/records/dictionary.ts'
import { amountEcho } from '#shared/records/typed-number.ts'

describe('a form made from the dictionary', () => {
  it('groups the fields in dictionary order and leaves internal ones out', () => {
    const groups = fieldGroups([...fieldsOf('submission').values()])
    expect(groups.map((group) => [group.title, group.fields.map((field) => field.name)])).toEqual([
      ['报送', ['period', 'seq', 'code', 'fileName', 'state', 'signedOn']],
      ['报送登记', ['method', 'sentOn', 'receiver']],
    ])
  })

  it('echoes an amount in the unit people say', () => {
    expect(amountEcho(12345.678)).toBe('= 1.2346 亿元')
    expect(amountEcho(3.5)).toBe('= 35,000 元')
    expect(amountEcho(-0.5)).toBe('= -5,000 元')
  })
})

describe('a column made from the dictionary', () => {
  it('carries title, width and unit, and is typed into through its field', () => {
    const field = fieldOf('enterprise', 'taxPaid')
    const column = dictionaryColumn<Row<'enterprise'>>(field)
    const firm = { id: 'a', taxPaid: 1234.5 }
    expect([column.title, column.width, column.unit, column.field]).toEqual(['纳税额', 110, '万元', field])
    expect([column.value(firm), column.text(firm)]).toEqual([1234.5, '1234.50'])
  })

  it('offers yes and no for a flag and the choices of a choice', () => {
    expect(dictionaryColumn(fieldOf('enterprise', 'aboveScale')).choices).toEqual(['是', '否'])
    expect(dictionaryColumn(fieldOf('enterprise', 'size')).choices).toEqual(['大型', '中型', '小型', '微型'])
  })

  it('only shows lists and references', () => {
    expect(dictionaryColumn(fieldOf('activity', 'participants')).field).toBeUndefined()
    expect(dictionaryColumn(fieldOf('figures', 'enterprise')).field).toBeUndefined()
    expect(dictionaryColumn(fieldOf('enterprise', 'name'), { readOnly: true }).field).toBeUndefined()
  })
})

describe('choices while typing', () => {
  const sizes = ['大型', '中型', '小型', '微型']

  it('shows all in an opened cell and those that fit what is typed', () => {
    expect(matchingChoices(sizes, '小型', true)).toEqual(sizes)
    expect(matchingChoices(sizes, '', false)).toEqual(sizes)
    expect(matchingChoices(sizes, '微', false)).toEqual(['微型'])
    expect(matchingChoices(sizes, '无', false)).toEqual([])
  })
})
