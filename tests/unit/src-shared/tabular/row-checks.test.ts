import { describe, expect, it } from 'vitest'
import { type CleanOptions, cleanSheet } from '#shared/tabular/clean-sheet.ts'
import type { Subject } from '#shared/tabular/cleaned.ts'
import type { Cell } from '#shared/tabular/matrix.ts'
import { matrixOf } from '#tests/support/matrix-fixture.ts'

const OPTIONS: CleanOptions = {
  today: '2021-10-08',
  ownDivision: '430626',
  ownUnitName: '平江县',
  defaultYear: 2021,
}
const OWN = '91430626EX1000012P'
const OTHER = '91430626EX1000020J'

/** Kinds by row for a table of these rows under these headings. */
function kinds(subject: Subject, head: readonly string[], ...rows: readonly (readonly Cell[])[]) {
  return cleanSheet(matrixOf([head, ...rows]), subject, OPTIONS)
    .rows.slice(1)
    .map((row) => [row.pile, ...row.findings.map((finding) => finding.kind)])
}

describe('a firm as a whole', () => {
  const head = ['企业名称', '统一社会信用代码', '企业规模', '参与类型', '有效发明专利', '备注']

  it.each([
    ['nothing to say', [OWN, '小型', '破零', 0, null], ['ok']],
    ['city registration is the county\u2019s own', ['91430600EX1000098W', '小型', '破零', 0, null], ['ok']],
    ['other county', ['91430681EX1900811X', '小型', '破零', 0, null], ['fixed', 'other-county']],
    ['province', ['91430000EX190082XC', '小型', '破零', 0, null], ['ok', 'province-registered']],
    ['co-operative', ['93430626EX1900838T', '小型', '破零', 0, null], ['fixed', 'non-enterprise']],
    ['large', [OWN, '大型', '破零', 0, null], ['fixed', 'not-sme-large']],
    ['type against baseline', [OWN, '小型', '破零', 4, null], ['fixed', 'type-conflicts-with-base']],
    ['倍增 with a baseline is right', [OWN, '小型', '倍增', 4, null], ['ok']],
    ['de-registered', [OWN, '小型', '破零', 0, '已注销'], ['fixed', 'deregistered']],
    ['not de-registered', [OWN, '小型', '破零', 0, '尚未注销'], ['ok']],
    ['moved', [OWN, '小型', '破零', 0, '已迁往长沙'], ['fixed', 'moved-out']],
  ] as const)('%s', (_, cells, expected) => {
    expect(kinds('enterprises', head, ['甲有限公司', ...cells])).toEqual([expected])
  })
})

describe('figures side by side', () => {
  const head = [
    '企业名称',
    '统一社会信用代码',
    '2019年营业收入（万元）',
    '2020年营业收入（万元）',
    '2020年研发费用（万元）',
  ]

  it('a thousandfold revenue is left out until its unit is confirmed', () => {
    const sheet = cleanSheet(
      matrixOf([head, ['甲有限公司', OWN, 2652, 26520000, 70]]),
      'enterprises',
      OPTIONS,
    )
    expect(sheet.rows[1]).toMatchObject({
      pile: 'todo',
      findings: [{ cell: 'D2', kind: 'suspect-unit-yuan', after: '2652' }],
    })
    expect(sheet.rows[1]?.values['figures.revenue@2020']).toBeUndefined()
  })

  it('999 times is no reason to doubt', () => {
    expect(kinds('enterprises', head, ['甲有限公司', OWN, 10, 9990, 70])).toEqual([['ok']])
  })

  it('research above revenue is pointed out', () => {
    expect(kinds('enterprises', head, ['甲有限公司', OWN, 100, 100, 101])).toEqual([
      ['fixed', 'rd-greater-than-revenue'],
    ])
  })
})

describe('duplicates', () => {
  const head = ['企业名称', '统一社会信用代码', '联系电话']

  it('names that differ only in region are two firms when both codes are valid', () => {
    expect(
      kinds('enterprises', head, ['平江示例茶业有限公司', OWN, null], ['湖南示例茶业有限公司', OTHER, null]),
    ).toEqual([['ok'], ['ok']])
  })

  it('a renamed firm is recognised by its code', () => {
    expect(kinds('enterprises', head, ['甲有限公司', OWN, null], ['乙有限公司', OWN, null])).toEqual([
      ['ok'],
      ['fixed', 'duplicate-code', 'renamed'],
    ])
  })

  it('a firm without a code is paired by its phone', () => {
    const sheet = cleanSheet(
      matrixOf([head, ['甲有限公司', OWN, '15400000001'], ['乙厂', null, '15400000001']]),
      'enterprises',
      OPTIONS,
    )
    expect(sheet.duplicates).toEqual([{ rows: [2, 3], reason: '没有代码且电话相同' }])
  })

  it('one period of one firm may stand only once', () => {
    const figures = ['统一社会信用代码', '年度', '期间', '营业收入（万元）']
    expect(kinds('figures', figures, [OWN, 2021, '年度', 5], [OWN, 2021, '年度', 6])).toEqual([
      ['ok'],
      ['todo', 'duplicate-period'],
    ])
  })

  it('one activity number may stand only once; without numbers alike is only pointed out', () => {
    const head = ['活动编号', '活动日期', '活动名称']
    expect(kinds('activities', head, ['1', '2021-03-05', '培训'], ['1', '2021-03-06', '对接'])).toEqual([
      ['ok'],
      ['todo', 'duplicate-activity-number'],
    ])
    expect(kinds('activities', head, [null, '2021-03-05', '培训'], [null, '2021-03-05', '培训'])).toEqual([
      ['ok'],
      ['fixed', 'duplicate-activity'],
    ])
  })
})

describe('patents', () => {
  const head = ['企业名称', '统一社会信用代码', '申请号', '专利类型', '申请日', '授权公告日', '法律状态']

  it.each([
    ['right', ['201911044411.X', '发明', '2019-10-30', '2020-11-20', '授权'], ['ok']],
    [
      'type against number',
      ['201911044411.X', '实用新型', '2019-10-30', '2020-11-20', '授权'],
      ['fixed', 'patent-kind-conflict'],
    ],
    [
      'year against number',
      ['201911044411.X', '发明', '2018-10-30', '2020-11-20', '授权'],
      ['fixed', 'filing-year-mismatch'],
    ],
    [
      'grant before filing',
      ['201911044411.X', '发明', '2019-10-30', '2019-01-20', '授权'],
      ['fixed', 'grant-before-filing'],
    ],
    [
      'granted without a date',
      ['201911044411.X', '发明', '2019-10-30', null, '授权'],
      ['fixed', 'granted-without-date'],
    ],
    ['no number', [null, '发明', '2019-10-30', null, '受理'], ['todo', 'required-missing']],
    [
      'wrong check character',
      ['201911044411.1', '发明', '2019-10-30', null, '受理'],
      ['todo', 'patent-check-digit'],
    ],
  ] as const)('%s', (_, cells, expected) => {
    expect(kinds('patents', head, ['甲有限公司', OWN, ...cells])).toEqual([expected])
  })
})
