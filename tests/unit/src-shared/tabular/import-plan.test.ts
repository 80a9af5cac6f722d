import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Records } from '#shared/edits/read-model.ts'
import type { RecordType } from '#shared/records/dictionary.ts'
import type { CleanOptions } from '#shared/tabular/clean-sheet.ts'
import { cleanSheet } from '#shared/tabular/clean-sheet.ts'
import { cleanWorkbook } from '#shared/tabular/clean-workbook.ts'
import type { CleanedSheet, Subject } from '#shared/tabular/cleaned.ts'
import type { ImportOptions } from '#shared/tabular/import/import-context.ts'
import { type ImportPlan, isImportable, planImport } from '#shared/tabular/import-plan.ts'
import { countingIds, importedRecords } from '#tests/support/imported-records.ts'
import { matrixOf } from '#tests/support/matrix-fixture.ts'
import { fixtureJson, workbookFixture } from '#tests/support/workbook-fixture.ts'

const CLEAN: CleanOptions = {
  today: '2022-01-05',
  ownDivision: '430626',
  ownUnitName: '平江县',
  defaultYear: null,
}
const Announced = z.object({
  cutoff: z.string(),
  cumulative: z.object({ 发明专利授权量: z.number() }),
  figures_1_9: z.record(z.string(), z.number()),
})
const A = '91430602MA4T002970'
const B = '91430602MA4T005290'
const NOTHING = importedRecords()

function options(over: Partial<ImportOptions> = {}): ImportOptions {
  return { newId: countingIds(), listYear: 2021, listState: '县级审定', includeRow: isImportable, ...over }
}

function sheets(file: string, subject: Subject): CleanedSheet[] {
  const { main, companions } = cleanWorkbook(workbookFixture(file), subject, CLEAN)
  return [main, ...companions]
}

function table(subject: Subject, ...rows: (string | number | null)[][]): CleanedSheet {
  return cleanSheet(matrixOf(rows), subject, { ...CLEAN, ownDivision: null, ownUnitName: null })
}

const everything = { includeRow: () => true }
const plain = <T extends RecordType>(records: Records, type: T) => records.of(type).map((row) => ({ ...row }))

describe('the four sample imports, one after the other', () => {
  const steps: readonly (readonly [string, Subject])[] = [
    ['enterprises-clean-120.xlsx', 'enterprises'],
    ['patents-2021.xlsx', 'patents'],
    ['figures-2021Q3.xlsx', 'figures'],
    ['service-log-2021.xlsx', 'activities'],
  ]
  const newId = countingIds()
  const first: ImportPlan[] = []
  let records = NOTHING
  for (const [file, subject] of steps) {
    first.push(planImport(sheets(file, subject), records, options({ newId })))
    records = importedRecords(...first.map((plan) => plan.operations))
  }

  it('take in every row', () => {
    expect(first.map((plan) => plan.counts)).toEqual([
      { new: 120, changed: 0, same: 0, skipped: 0 },
      { new: 117, changed: 120, same: 0, skipped: 0 },
      { new: 345, changed: 0, same: 0, skipped: 0 },
      { new: 300, changed: 1226, same: 0, skipped: 0 },
    ])
  })

  it('leave the records the workbooks speak of', () => {
    const counts = (['enterprise', 'participation', 'figures', 'patent', 'activity'] as const).map((type) => [
      type,
      records.of(type).length,
    ])
    expect(Object.fromEntries(counts)).toEqual({
      enterprise: 120,
      participation: 120,
      figures: 240 + 345,
      patent: 117,
      activity: 300,
    })
    const listed = records.of('participation')
    expect(listed.every((each) => each.state === '县级审定' && each.year === 2021)).toBe(true)
    expect(listed.filter((each) => each.priorGrants === '从未')).toHaveLength(50)
    const people = records.of('activity').map((each) => Object.values(each.participants ?? {}))
    expect(people.flat().every((each) => each.enterprise !== undefined)).toBe(true)
    expect(people.every((each, at) => each.length === records.of('activity')[at]?.firmCount)).toBe(true)
  })

  it('change nothing the second time', () => {
    for (const [file, subject] of steps) {
      const again = planImport(sheets(file, subject), records, options({ newId: countingIds() }))
      expect({
        file,
        operations: again.operations,
        changed: again.rows.filter((row) => row.status !== 'same'),
      }).toEqual({
        file,
        operations: [],
        changed: [],
      })
    }
  })

  it('keep other kinds of patents as records of their kind', () => {
    const countOf = (kind: string) => records.of('patent').filter((patent) => patent.kind === kind).length
    expect([countOf('发明'), countOf('实用新型'), countOf('外观设计')]).toEqual([94, 14, 9])
  })

  it('hold the sums the sample set announces', () => {
    const announced = Announced.parse(fixtureJson('expected-2021Q3.json'))
    const nine = records.of('figures').filter((each) => each.year === 2021 && each.period === '1-9月累计')
    const sum = (values: readonly (number | undefined)[]) =>
      Number(values.reduce<number>((total, value) => total + (value ?? 0), 0).toFixed(2))
    expect({
      n: nine.length,
      missing: records.of('participation').length - nine.length,
      研发费用: sum(nine.map((each) => each.rdExpense)),
      营业收入: sum(nine.map((each) => each.revenue)),
      发明专利产品销售额: sum(nine.map((each) => each.patentProductSales)),
      发明专利产品利润: sum(nine.map((each) => each.patentProductProfit)),
    }).toEqual(announced.figures_1_9)
    const granted = records.of('patent').filter((patent) => {
      const own = Object.values(patent.owners ?? {}).some(
        (owner) => owner.enterprise !== undefined && owner.acquisition !== '受让',
      )
      return (
        patent.kind === '发明' &&
        own &&
        (patent.grantedOn ?? '') >= '2021-01-01' &&
        (patent.grantedOn ?? '9') <= announced.cutoff
      )
    })
    expect(granted).toHaveLength(announced.cumulative.发明专利授权量)
  })
})

describe('the messy list', () => {
  const cleaned = sheets('enterprises-messy.xlsx', 'enterprises')
  const plan = planImport(cleaned, NOTHING, options())
  const records = importedRecords(plan.operations)

  it('takes in the importable rows and says that the others were not chosen', () => {
    expect(plan.counts).toEqual({ new: 57, changed: 1, same: 1, skipped: 21 })
    expect(new Set(plan.rows.filter((row) => row.status === 'skipped').map((row) => row.reason))).toEqual(
      new Set(['没有选择导入']),
    )
  })

  it('makes two rows of one code one firm, the old name a 曾用名', () => {
    const firm = records.of('enterprise').find((each) => each.code === '91430626EX1000194U')
    expect({ name: firm?.name, formerNames: firm?.formerNames, phone: firm?.phone }).toEqual({
      name: '湖南样例创明仪器仪表科技有限公司',
      formerNames: { '~湖南样例创明仪器仪表有限公司': { name: '湖南样例创明仪器仪表有限公司' } },
      phone: '15429485775',
    })
  })

  it('changes nothing the second time, duplicates and all', () => {
    const again = planImport(
      sheets('enterprises-messy.xlsx', 'enterprises'),
      records,
      options({ newId: countingIds() }),
    )
    expect(again.operations).toEqual([])
    expect(again.counts).toEqual({ new: 0, changed: 0, same: 59, skipped: 21 })
  })

  it('keeps a chosen unknown column as 自定义列', () => {
    const kept = importedRecords(
      planImport(cleaned, NOTHING, options({ keepColumns: new Set(['内部编号']) })).operations,
    )
    const [column] = plain(kept, 'column')
    expect(column).toEqual({ id: column?.id, title: '内部编号', kind: '文本' })
    const firm = kept.of('enterprise')[0] as Readonly<Record<string, unknown>> | undefined
    expect(firm?.[`custom.${column?.id}`]).toBe('PJ001')
  })
})

describe('firms', () => {
  const head = ['企业名称', '统一社会信用代码', '主导产品', '联系电话']

  it('are matched by code, and each change says where it came from', () => {
    const before = importedRecords(
      planImport(
        [table('enterprises', head, ['甲有限公司', A, '黄茶', '15400000001'])],
        NOTHING,
        options({ listYear: null }),
      ).operations,
    )
    const plan = planImport(
      [table('enterprises', head, ['甲有限公司', A, '红茶', '15400000001'])],
      before,
      options({ listYear: null, newId: () => 'never' }),
    )
    expect(plan.rows).toEqual([
      {
        sheet: 'Sheet1',
        row: 2,
        status: 'changed',
        reason: null,
        changes: [
          { record: 'enterprise', id: 'id-1', field: 'product', before: '黄茶', after: '红茶', cell: 'C2' },
        ],
      },
    ])
    expect(plan.operations).toEqual([{ record: 'enterprise', id: 'id-1', set: { product: '红茶' }, row: 2 }])
  })

  it('keep what an empty cell does not mention', () => {
    const before = importedRecords(
      planImport([table('enterprises', head, ['甲有限公司', A, '黄茶', '15400000001'])], NOTHING, options())
        .operations,
    )
    const plan = planImport([table('enterprises', head, ['甲有限公司', A, null, null])], before, options())
    expect(plan.operations).toEqual([])
  })

  it('are renamed when the code stays; a former name does not bring the old one back', () => {
    const step1 = planImport(
      [table('enterprises', head, ['甲有限公司', A, null, null])],
      NOTHING,
      options({ listYear: null }),
    ).operations
    const step2 = planImport(
      [table('enterprises', head, ['乙有限公司', A, null, null])],
      importedRecords(step1),
      options({ listYear: null }),
    ).operations
    const renamed = importedRecords(step1, step2)
    expect(plain(renamed, 'enterprise')).toEqual([
      { id: 'id-1', name: '乙有限公司', code: A, formerNames: { '~甲有限公司': { name: '甲有限公司' } } },
    ])
    expect(
      planImport(
        [table('enterprises', head, ['甲有限公司', A, null, null])],
        renamed,
        options({ listYear: null }),
      ).operations,
    ).toEqual([])
  })

  it('get their missing code from a row of the same name', () => {
    const before = importedRecords(
      planImport(
        [table('enterprises', head, ['甲（平江）有限公司', null, null, null])],
        NOTHING,
        options({ listYear: null, ...everything }),
      ).operations,
    )
    const plan = planImport(
      [table('enterprises', head, ['甲（平江）有限公司', A, null, null])],
      before,
      options({ listYear: null }),
    )
    expect(plan.operations).toEqual([{ record: 'enterprise', id: 'id-1', set: { code: A }, row: 2 }])
  })

  it('of one name with two valid codes are never merged', () => {
    const plan = planImport(
      [table('enterprises', head, ['甲有限公司', A, null, null], ['甲有限公司', B, null, null])],
      NOTHING,
      options({ listYear: null, ...everything }),
    )
    expect(plain(importedRecords(plan.operations), 'enterprise').map((firm) => firm.code)).toEqual([A, B])
  })

  it('without a code are left out when the name fits several', () => {
    const before = importedRecords(
      planImport(
        [table('enterprises', head, ['甲有限公司', A, null, null], ['甲有限公司', B, null, null])],
        NOTHING,
        options({ ...everything }),
      ).operations,
    )
    const plan = planImport(
      [table('enterprises', head, ['甲有限公司', null, '茶', null])],
      before,
      options({ ...everything }),
    )
    expect(plan.rows.map((row) => [row.status, row.reason])).toEqual([
      ['skipped', '名录中有多家同名企业，请先填写代码'],
    ])
  })

  it('enter no list when no year is given', () => {
    const plan = planImport(
      [table('enterprises', head, ['甲有限公司', A, null, null])],
      NOTHING,
      options({ listYear: null }),
    )
    expect(importedRecords(plan.operations).of('participation')).toEqual([])
  })

  it('bring figures by year and by cumulative period', () => {
    const sheet = table(
      'enterprises',
      ['企业名称', '统一社会信用代码', '2020年营业收入（万元）', '2021年1-9月营业收入（万元）'],
      ['甲有限公司', A, 100, 80],
    )
    const records = importedRecords(planImport([sheet], NOTHING, options({ listYear: null })).operations)
    expect(plain(records, 'figures')).toEqual([
      { id: 'id-2', enterprise: 'id-1', year: 2020, period: '年度', revenue: 100 },
      { id: 'id-3', enterprise: 'id-1', year: 2021, period: '1-9月累计', revenue: 80 },
    ])
  })
})

describe('名单是否已审定 on a list imported before', () => {
  const head = ['企业名称', '统一社会信用代码', '参与年度']
  const list = [table('enterprises', head, ['甲有限公司', A, 2021], ['乙有限公司', B, 2021])]
  const imported = (state: ImportOptions['listState']) =>
    planImport(list, NOTHING, options({ listState: state })).operations
  const statesAfter = (...imports: ImportPlan['operations'][]) =>
    importedRecords(...imports)
      .of('participation')
      .map((entry) => entry.state)

  it.each(['摸底', '拟报', null] as const)('已审定 raises %s, shown as a change', (state) => {
    const first = imported(state)
    const again = planImport(list, importedRecords(first), options())
    expect(again.counts).toEqual({ new: 0, changed: 2, same: 0, skipped: 0 })
    expect(again.rows[0]?.changes).toEqual([
      {
        record: 'participation',
        id: expect.any(String),
        field: 'state',
        before: state,
        after: '县级审定',
        cell: '',
      },
    ])
    expect(statesAfter(first, again.operations)).toEqual(['县级审定', '县级审定'])
  })

  it.each([
    ['市级确认', '县级审定'],
    ['在列', '县级审定'],
    ['县级审定', '拟报'],
  ] as const)('%s is not lowered by the answer %s', (state, answer) => {
    const again = planImport(list, importedRecords(imported(state)), options({ listState: answer }))
    expect(again.operations).toEqual([])
  })

  it('leaves a disputed 名单状态 to be settled where it is disputed', () => {
    const before = importedRecords(imported('拟报'))
    const [entry] = before.of('participation')
    const disputed: Records = {
      ...before,
      get: (type, id) => {
        const row = before.get(type, id)
        if (row?.id !== entry?.id || row === undefined) return row
        const { state: _, ...rest } = row as typeof row & { state?: unknown }
        return rest as typeof row
      },
      all: (type) =>
        before
          .all(type)
          .map((record) => (record.id === entry?.id ? { ...record, conflicts: { state: [] } } : record)),
    }
    const again = planImport(list, disputed, options())
    expect(again.operations.map((operation) => operation.id)).not.toContain(entry?.id)
    expect(again.counts.changed).toBe(1)
  })
})

describe('patents, figures and activities', () => {
  const firms = importedRecords(
    planImport(
      [table('enterprises', ['企业名称', '统一社会信用代码'], ['甲有限公司', A], ['乙有限公司', B])],
      NOTHING,
      options(),
    ).operations,
  )
  const next = () => options({ newId: () => 'new' })

  it('make the firm an owner by id with its 取得方式, others owners by name', () => {
    const sheet = table(
      'patents',
      ['企业名称', '统一社会信用代码', '申请号', '专利名称', '专利权人', '取得方式'],
      ['甲有限公司', A, '201911044411.X', '一种装置', '示例理工学院；甲有限公司；乙有限公司', '共有'],
    )
    const plan = planImport([sheet], firms, next())
    expect(plan.operations).toEqual([
      {
        record: 'patent',
        id: 'new',
        row: 2,
        set: {
          applicationNo: '201911044411.X',
          title: '一种装置',
          kind: '发明',
          'owners/~示例理工学院': { name: '示例理工学院', order: 1 },
          'owners/id-1': { name: '甲有限公司', order: 2, acquisition: '共有', enterprise: 'id-1' },
          'owners/id-2': { name: '乙有限公司', order: 3, enterprise: 'id-2' },
        },
      },
    ])
  })

  it('join two rows of one patent without losing what each owner row says', () => {
    const sheet = table(
      'patents',
      ['企业名称', '统一社会信用代码', '申请号', '专利名称', '专利权人', '取得方式'],
      ['甲有限公司', A, '201911044411.X', '一种装置', '甲有限公司；乙有限公司', '原始'],
      ['乙有限公司', B, '201911044411.X', '一种装置', '甲有限公司；乙有限公司', '受让'],
    )
    const records = importedRecords(
      planImport(
        [table('enterprises', ['企业名称', '统一社会信用代码'], ['甲有限公司', A], ['乙有限公司', B])],
        NOTHING,
        options(),
      ).operations,
      planImport([sheet], firms, next()).operations,
    )
    expect(records.of('patent').map((patent) => patent.owners)).toEqual([
      {
        'id-1': { name: '甲有限公司', order: 1, acquisition: '原始', enterprise: 'id-1' },
        'id-2': { name: '乙有限公司', order: 2, acquisition: '受让', enterprise: 'id-2' },
      },
    ])
  })

  it('leave out figures of a firm nobody knows, and say so', () => {
    const sheet = table(
      'figures',
      ['企业名称', '年度', '期间', '营业收入（万元）'],
      ['丙有限公司', 2021, '年度', 5],
    )
    const plan = planImport([sheet], firms, next())
    expect(plan.rows.map((row) => [row.status, row.reason])).toEqual([
      ['skipped', '名录中没有这家企业，请先导入企业名单'],
    ])
    expect(plan.operations).toEqual([])
  })

  it('keep 名录外企业 of an activity by name', () => {
    const sheet = table(
      'activities',
      ['活动日期', '活动名称', '服务对象'],
      ['2021-03-05', '对接会', '甲有限公司、路过企业'],
    )
    const [operation] = planImport([sheet], firms, next()).operations
    expect(operation?.set).toEqual({
      date: '2021-03-05',
      name: '对接会',
      'participants/id-1': { name: '甲有限公司', enterprise: 'id-1' },
      'participants/~路过企业': { name: '路过企业' },
    })
  })

  it('know a firm again that was 名录外企业 when the sheet was first imported: once, not twice', () => {
    const visit = table(
      'activities',
      ['活动日期', '活动名称', '服务对象'],
      ['2021-03-05', '对接会', '甲有限公司、路过企业'],
    )
    const grant = table(
      'patents',
      ['专利号', '专利名称', '专利权人'],
      ['201911044411.X', '一种装置', '甲有限公司、某大学'],
    )
    const list = table('enterprises', ['企业名称', '统一社会信用代码'], ['甲有限公司', A])
    const newId = countingIds()
    const steps = [visit, grant, list, visit, grant]
    const done: ImportPlan['operations'][] = []
    for (const sheet of steps)
      done.push(planImport([sheet], importedRecords(...done), options({ newId })).operations)
    const records = importedRecords(...done)
    const id = records.of('enterprise')[0]?.id ?? ''
    expect(records.of('activity').map((each) => each.participants)).toEqual([
      { [id]: { name: '甲有限公司', enterprise: id }, '~路过企业': { name: '路过企业' } },
    ])
    expect(records.of('patent').map((each) => Object.keys(each.owners ?? {}).toSorted())).toEqual([
      [id, '~某大学'].toSorted(),
    ])
    const again = [visit, grant].map((sheet) => planImport([sheet], records, options({ newId })).operations)
    expect(again).toEqual([[], []])
  })

  it('find a patent again whose number was typed in another form', () => {
    const typed = { record: 'patent', id: 'p', set: { applicationNo: 'ZL2019 1 1044411.X' } } as const
    const sheet = table('patents', ['专利号', '专利名称'], ['201911044411.X', '一种装置'])
    const plan = planImport([sheet], importedRecords([typed]), options(everything))
    expect(plan.operations.map(({ id, set }) => [id, set])).toEqual([
      ['p', { applicationNo: '201911044411.X', title: '一种装置', kind: '发明' }],
    ])
  })
})
