import { describe, expect, test } from 'vitest'
import { applyEdit } from '#shared/edits/apply-edit.ts'
import type { FieldValue } from '#shared/edits/edit.ts'
import { createRecord, voidRecord } from '#shared/edits/operations.ts'
import { recordName } from '#shared/edits/record-words.ts'
import { recordsOf } from '#shared/edits/records-view.ts'
import { type Naming, registerTitle, valueWords } from '#shared/edits/register-words.ts'
import { createState } from '#shared/edits/state.ts'
import type { RecordType } from '#shared/records/dictionary.ts'

const INDICATORS = [{ id: 'grants' as const, title: '发明专利授权量', unit: '件' }]

function naming(): Naming {
  const state = createState()
  const ops = [
    createRecord('enterprise', 'f1', { name: '样例轴承公司' }),
    createRecord('enterprise', 'f2', { name: '样例作废公司' }),
    voidRecord('enterprise', 'f2', '重复'),
    createRecord('participation', 'p1', { enterprise: 'f1', year: 2021 }),
    createRecord('figures', 'g1', { enterprise: 'f1', year: 2021, period: '1-3月累计' }),
    createRecord('patent', 't1', { applicationNo: '201911044411X' }),
    createRecord('column', 'c1', { title: '内部编号', kind: '数字' }),
  ]
  applyEdit(state, {
    commit: '00000000-0000-4000-8000-000000000000',
    seen: {},
    at: '2021-03-05T08:00:00.000Z',
    by: '李某',
    why: { kind: 'typed' },
    title: '新增',
    ops,
    id: { station: 'station-a', n: 1 },
    prev: null,
  })
  return { records: recordsOf(state), indicators: INDICATORS }
}

const words = (type: RecordType, register: string, value: FieldValue) => [
  registerTitle(naming(), { type, register, value }),
  valueWords(naming(), { type, register, value }),
]

describe('words of a register', () => {
  test('a field has the title of the dictionary and its value as forms show it', () => {
    expect(words('enterprise', 'product', '滚动轴承')).toEqual(['主导产品', '滚动轴承'])
    expect(words('enterprise', 'taxPaid', 12.5)).toEqual(['纳税额', '12.50 万元'])
    expect(words('enterprise', 'aboveScale', false)).toEqual(['是否规上', '否'])
    expect(words('enterprise', 'product', null)).toEqual(['主导产品', '—'])
  })

  test('a reference is the firm, an own column has its own title', () => {
    expect(words('participation', 'enterprise', 'f1')).toEqual(['企业', '样例轴承公司'])
    expect(words('enterprise', 'custom.c1', 17)).toEqual(['内部编号', '17'])
  })

  test('an element of a list is named, with what more is known of it; taken out, by its key', () => {
    expect(words('enterprise', 'titles/高新', { name: '高新技术企业', year: 2021 })).toEqual([
      '现有资质“高新技术企业”',
      '高新技术企业（2021年）',
    ])
    expect(
      words('activity', 'participants/f1', { name: '样例轴承公司', enterprise: 'f1', people: 3 }),
    ).toEqual(['服务对象“样例轴承公司”', '样例轴承公司（3人）'])
    expect(words('activity', 'participants/f1', null)).toEqual(['服务对象“样例轴承公司”', '已移出'])
    expect(words('plan', 'targets/grants@2021', { indicator: 'grants', year: 2021, value: 60 })).toEqual([
      '目标分解“2021年发明专利授权量”',
      '60 件',
    ])
  })

  test('作废 is named in words', () => {
    expect(words('enterprise', '$void', { reason: '重复' })).toEqual(['作废', '作废，原因：重复'])
    expect(words('enterprise', '$void', null)).toEqual(['作废', '未作废'])
  })

  test('records are named as screens name them, 作废 ones too', () => {
    const { records } = naming()
    expect(
      (
        [
          ['enterprise', 'f1'],
          ['enterprise', 'f2'],
          ['enterprise', 'gone'],
          ['participation', 'p1'],
          ['figures', 'g1'],
          ['patent', 't1'],
          ['column', 'c1'],
          ['submission', 's1'],
        ] as const
      ).map(([type, id]) => recordName(records, type, id)),
    ).toEqual([
      '样例轴承公司',
      '样例作废公司',
      '未填名称的企业',
      '样例轴承公司 2021年名单',
      '样例轴承公司 2021年1-3月累计数据',
      '201911044411X',
      '自定义列“内部编号”',
      '报送批次',
    ])
  })
})
