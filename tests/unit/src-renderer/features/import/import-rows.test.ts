import { describe, expect, it } from 'vitest'
import { cleanedByChoices, initialChoices, planByChoices } from '#renderer/features/import/import-choices.ts'
import {
  canBeTaken,
  plannedByRow,
  previewRows,
  rowWords,
  shownChange,
  takenAs,
  twinsOf,
} from '#renderer/features/import/import-rows.ts'
import type { CleanedRow, Finding, Subject } from '#shared/tabular/cleaned.ts'
import { PILES } from '#shared/tabular/cleaned.ts'
import { countingIds, importedRecords } from '#tests/support/imported-records.ts'
import { workbookFixture } from '#tests/support/workbook-fixture.ts'

const OPTIONS = { today: '2022-01-05', ownDivision: '430626', ownUnitName: '平江县', defaultYear: 2021 }

function preview(name: string, subject: Subject, records = importedRecords()) {
  const file = workbookFixture(name)
  const choices = { ...initialChoices(file, subject, null), listState: '县级审定' as const }
  const cleaned = cleanedByChoices(file, subject, OPTIONS, choices)
  const plan = planByChoices(cleaned, records, choices, 2021, countingIds())
  return { file, choices, cleaned, plan }
}

const row = (values: CleanedRow['values'], findings: Partial<Finding>[] = []): CleanedRow => ({
  row: 9,
  pile: 'todo',
  key: null,
  values,
  findings: findings.map((finding) => ({
    cell: 'C9',
    field: null,
    kind: 'x',
    severity: 'blocking',
    before: '',
    after: null,
    message: '',
    ...finding,
  })),
})

describe('preview rows', () => {
  it('of the four piles are the rows of the sheet, each once', () => {
    const { cleaned, choices, plan, file } = preview('enterprises-messy.xlsx', 'enterprises')
    const { main } = cleaned
    const shown = PILES.flatMap((pile) => previewRows(main, pile, choices, plannedByRow(plan)))
    const numbers = shown.map((each) => each.source.row).sort((a, b) => a - b)
    const sheetRows = file.sheets.find((each) => each.sheet === main.sheet)?.rows.length ?? 0
    expect(numbers).toEqual(Array.from({ length: sheetRows }, (_, at) => at + 1))
    const todo = previewRows(main, 'todo', choices, plannedByRow(plan))
    expect(todo.length).toBeGreaterThan(0)
    expect(todo.every((each) => !each.chosen && each.planned?.status === 'skipped')).toBe(true)
  })

  it('say of each row what the import would do', () => {
    const { cleaned, choices, plan } = preview('enterprises-clean-120.xlsx', 'enterprises')
    const [first] = previewRows(cleaned.main, 'ok', choices, plannedByRow(plan))
    expect([first?.name, first?.code, first?.chosen, first?.canChoose, first?.planned?.status]).toEqual([
      '平江县样例海原新能源材料股份有限公司',
      '91430626EX1000012P',
      true,
      true,
      'new',
    ])
  })

  it('name patents by title, their companion rows by firm, figures by firm and period', () => {
    const patents = preview('patents-2021.xlsx', 'patents')
    const [companion] = patents.cleaned.companions
    if (companion === undefined) throw new Error('no companion sheet')
    const planned = plannedByRow(patents.plan)
    const [patent] = previewRows(patents.cleaned.main, 'ok', patents.choices, planned)
    const [firm] = previewRows(companion, 'ok', patents.choices, planned)
    expect([patent?.name, patent?.code]).toEqual(['水性涂料及其制备方法', '202039100001.7'])
    expect(firm?.name).toMatch(/公司$/u)
    expect([rowWords(patents.cleaned.main), rowWords(companion)]).toEqual([
      { name: '专利名称', key: '申请号' },
      { name: '企业名称', key: '统一社会信用代码' },
    ])
    const figures = preview('figures-2021Q3.xlsx', 'figures')
    const [figure] = previewRows(figures.cleaned.main, 'ok', figures.choices, plannedByRow(figures.plan))
    expect(figure?.name).toBe('平江县样例海原新能源材料股份有限公司 2021年1-3月累计')
    expect(figure?.planned?.reason).toBe('名录中没有这家企业，请先导入企业名单')
  })
})

describe('a row that needs a person', () => {
  const { main } = preview('enterprises-clean-120.xlsx', 'enterprises').cleaned
  const patents = preview('patents-2021.xlsx', 'patents').cleaned

  it('can be taken only with what identifies its record', () => {
    expect(canBeTaken(main, row({ 'enterprise.name': '甲公司' }))).toBe(true)
    expect(canBeTaken(main, row({ 'enterprise.code': '91430602MA4T002970' }))).toBe(false)
    expect(canBeTaken(patents.main, row({ 'enterprise.name': '甲公司' }))).toBe(false)
    expect(canBeTaken(patents.companions[0] ?? main, row({ 'enterprise.name': '甲公司' }))).toBe(true)
    expect(canBeTaken(main, { ...row({ 'enterprise.name': '合计' }), pile: 'notData' })).toBe(false)
  })

  it('says what ticking it would do', () => {
    const named = { 'enterprise.name': '甲公司' }
    expect([
      takenAs(row(named, [{ field: 'enterprise.code', kind: 'uscc-missing' }])),
      takenAs(row(named, [{ field: 'enterprise.founded', kind: 'date-impossible' }])),
      takenAs(row(named, [{ kind: 'hidden-row' }])),
      takenAs(row(named, [{ field: 'enterprise.name', kind: 'same-name-different-code' }])),
    ]).toEqual(['按名称暂存', '有问题的格留空，其余导入', '隐藏行也导入', '按两家企业导入'])
  })
})

describe('what is shown of a row', () => {
  it('names its twins from both sides', () => {
    const { main } = preview('enterprises-messy.xlsx', 'enterprises').cleaned
    const [pair] = main.duplicates
    if (pair === undefined) throw new Error('the messy sample has duplicates')
    const [earlier, later] = pair.rows
    expect(twinsOf(main, earlier)).toContain(`与第${later}行${pair.reason}`)
    expect(twinsOf(main, later)).toContain(`与第${earlier}行${pair.reason}`)
  })

  it('shows a change by field, before and after, list elements and references in words', () => {
    const records = importedRecords([
      { record: 'enterprise', id: 'a', set: { name: '甲公司' } },
      { record: 'column', id: 'k', set: { title: '内部编号', kind: '文本' } },
    ])
    const change = (record: 'enterprise' | 'participation', field: string, before: unknown, after: unknown) =>
      shownChange(
        { record, id: 'a', field, before, after, cell: 'D7' } as Parameters<typeof shownChange>[0],
        records,
      )
    expect([
      change('enterprise', 'phone', '1', '2'),
      change('enterprise', 'titles/x', null, { name: '高新技术企业' }),
      change('enterprise', 'custom.k', null, 'PJ001'),
      change('participation', 'enterprise', null, 'a'),
      change('participation', 'validPatents', 1, 2),
    ]).toEqual([
      { what: '联系电话', before: '1', after: '2', cell: 'D7' },
      { what: '现有资质', before: '', after: '高新技术企业', cell: 'D7' },
      { what: '内部编号', before: '', after: 'PJ001', cell: 'D7' },
      { what: '年度名单：企业', before: '', after: '甲公司', cell: 'D7' },
      { what: '年度名单：参与前有效发明专利', before: '1', after: '2', cell: 'D7' },
    ])
    const answered = {
      record: 'participation',
      id: 'p',
      field: 'state',
      before: '拟报',
      after: '县级审定',
      cell: '',
    }
    expect(shownChange(answered as Parameters<typeof shownChange>[0], records)).toEqual({
      what: '年度名单：名单状态',
      before: '拟报',
      after: '县级审定',
      cell: '按上方选择',
    })
  })
})
