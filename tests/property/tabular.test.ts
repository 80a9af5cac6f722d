import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCreditCode } from '#shared/codes/credit-code.ts'
import { DateText } from '#shared/records/values.ts'
import { type CleanOptions, cleanSheet } from '#shared/tabular/clean-sheet.ts'
import { SUBJECTS, type Subject } from '#shared/tabular/cleaned.ts'
import { comparableName } from '#shared/tabular/firm-names.ts'
import { planImport } from '#shared/tabular/import-plan.ts'
import type { Cell } from '#shared/tabular/matrix.ts'
import { readCreditCode } from '#shared/tabular/readers/read-credit-code.ts'
import { readDate } from '#shared/tabular/readers/read-date.ts'
import { readAmount, readCount } from '#shared/tabular/readers/read-number.ts'
import { countingIds, importedRecords } from '#tests/support/imported-records.ts'
import { matrixOf } from '#tests/support/matrix-fixture.ts'

const RUNS = { numRuns: Number(process.env.PBZ_RUNS ?? 200) }
const OPTIONS: CleanOptions = {
  today: '2021-10-08',
  ownDivision: '430626',
  ownUnitName: '平江县',
  defaultYear: 2021,
}

const WORDS = [
  '企业名称',
  '统一社会信用代码',
  '2020年营业收入',
  '合计',
  '小计',
  '注：',
  '破零',
  '√',
  '—',
  '/',
  '暂无',
  '约1200万',
  '2021.3.5',
  '甲有限公司',
  '91430602MA4T002970',
  '申请号',
  '活动日期',
  '活动名称',
  '年度',
  '期间',
]
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.constantFrom(...WORDS),
  fc.string({ maxLength: 12, unit: 'binary' }),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.constantFrom<Cell>(
    { kind: 'error', text: '#REF!' },
    { kind: 'date', iso: '2021-03-05' },
    { kind: 'formula', value: 3 },
  ),
)
const sheet = fc.record({
  rows: fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }),
  hiddenRows: fc.array(fc.nat(11), { maxLength: 3 }),
  subject: fc.constantFrom(...SUBJECTS),
})

describe('cleaning any sheet', () => {
  it('puts every row of the sheet in exactly one pile', () => {
    fc.assert(
      fc.property(sheet, ({ rows, hiddenRows, subject }) => {
        const cleaned = cleanSheet(matrixOf(rows, { hiddenRows }), subject, OPTIONS)
        expect(cleaned.rows.map((row) => row.row)).toEqual(rows.map((_, at) => at + 1))
        const { ok, fixed, todo, notData } = cleaned.counts
        expect(ok + fixed + todo + notData).toBe(rows.length)
        expect(
          cleaned.rows.filter(
            (row) => row.pile === 'ok' && row.findings.some((each) => each.severity !== 'info'),
          ),
        ).toEqual([])
      }),
      RUNS,
    )
  })

  it('says something of every filled cell of a mapped column that gave no value', () => {
    const head = ['企业名称', '统一社会信用代码', '2020年营业收入（万元）', '成立日期', '从业人员']
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }), (cells) => {
        const rows = cells.map((row, at) => [
          `示例${'甲乙丙丁戊己'.charAt(at)}制造有限公司`,
          '91430602MA4T002970',
          ...row,
        ])
        const cleaned = cleanSheet(matrixOf([head, ...rows]), 'enterprises', OPTIONS)
        for (const row of cleaned.rows.slice(1)) {
          for (const [offset, key] of [
            'figures.revenue@2020',
            'enterprise.founded',
            'enterprise.employees',
          ].entries()) {
            const source = rows[row.row - 2]?.[offset + 2] ?? null
            const visible =
              source !== null && !(typeof source === 'string' && /^[\s\p{Cc}\p{Cf}\u180e]*$/u.test(source))
            const at = `${'CDE'.charAt(offset)}${row.row}`
            if (visible && row.values[key] === undefined)
              expect(row.findings.map((each) => each.cell)).toContain(at)
          }
        }
      }),
      RUNS,
    )
  })
})

describe('readers of any cell', () => {
  it('give a 0 only where a 0 stands', () => {
    fc.assert(
      fc.property(cell, (each) => {
        for (const reading of [readAmount(each, null, true), readCount(each)]) {
          if (reading.value !== 0) continue
          expect(JSON.stringify(each).normalize('NFKC')).toMatch(/0|e-/)
        }
      }),
      RUNS,
    )
  })

  it('give valid codes and calendar dates or nothing', () => {
    fc.assert(
      fc.property(cell, (each) => {
        const code = readCreditCode(each).value
        if (code !== undefined) expect(isCreditCode(String(code))).toBe(true)
        const date = readDate(each, OPTIONS.today).value
        if (date !== undefined) expect(DateText.safeParse(date).success).toBe(true)
      }),
      RUNS,
    )
  })

  it('reads every calendar day from its serial number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 79_999 }), (serial) => {
        const iso = new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10)
        expect(readDate(serial, OPTIONS.today).value).toBe(iso)
      }),
      RUNS,
    )
  })
})

const HEADS: { readonly [S in Subject]: readonly string[] } = {
  enterprises: [
    '企业名称',
    '统一社会信用代码',
    '现有资质',
    '曾用名',
    '联系电话',
    '区划代码',
    '2020年营业收入',
    '参与年度',
    '备注',
    '杂项',
  ],
  patents: ['申请号', '专利名称', '专利权人', '取得方式', '企业名称', '授权公告日', '代理机构'],
  figures: ['企业名称', '年度', '期间', '营业收入（万元）', '期末人数', '备注'],
  activities: ['活动编号', '活动日期', '活动名称', '服务对象', '人次', '时长', '主要内容', '经费'],
}

describe('importing', () => {
  it('gives only operations the records accept, whatever stands in the cells', () => {
    const firms = cleanSheet(
      matrixOf([
        ['企业名称', '统一社会信用代码'],
        ['甲有限公司', '91430602MA4T002970'],
      ]),
      'enterprises',
      OPTIONS,
    )
    const choose = {
      listYear: 2021,
      listState: null,
      includeRow: () => true,
      keepColumns: new Set(['杂项']),
    } as const
    const newId = countingIds()
    const known = planImport([firms], importedRecords(), { ...choose, newId }).operations
    const rows = fc.array(fc.array(cell, { minLength: 10, maxLength: 10 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(fc.constantFrom(...SUBJECTS), rows, (subject, cells) => {
        const head = HEADS[subject]
        const cleaned = cleanSheet(
          matrixOf([head, ...cells.map((row) => row.slice(0, head.length))]),
          subject,
          OPTIONS,
        )
        const plan = planImport([cleaned], importedRecords(known), { ...choose, newId })
        expect(() => importedRecords(known, plan.operations)).not.toThrow()
      }),
      RUNS,
    )
  })

  const firm = fc.record({
    name: fc.constantFrom('甲有限公司', '乙有限公司', '乙（平江）有限公司', '乙（平江）有限公司', '丙厂'),
    code: fc.constantFrom(null, '91430602MA4T002970', '91430602MA4T005290', '91430602MA4T0006XM'),
    product: fc.constantFrom(null, '茶', '纸'),
    revenue: fc.constantFrom(null, 5, 6),
  })

  it('the same list twice changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(firm, { maxLength: 6 }), (firms) => {
        const rows = firms.map((each) => [each.name, each.code, each.product, each.revenue])
        const cleaned = cleanSheet(
          matrixOf([['企业名称', '统一社会信用代码', '主导产品', '2020年营业收入（万元）'], ...rows]),
          'enterprises',
          OPTIONS,
        )
        const options = { listYear: 2021, listState: null, includeRow: () => true }
        const newId = countingIds()
        const first = planImport([cleaned], importedRecords(), { ...options, newId })
        const again = planImport([cleaned], importedRecords(first.operations), { ...options, newId })
        expect(again.operations).toEqual([])
      }),
      RUNS,
    )
  })

  it('comparable names are stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(comparableName(comparableName(name))).toBe(comparableName(name))
      }),
      RUNS,
    )
  })
})
