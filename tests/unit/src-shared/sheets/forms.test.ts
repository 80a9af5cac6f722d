import { describe, expect, it } from 'vitest'
import { computeIndicators } from '#shared/indicators/compute-indicators.ts'
import type { IndicatorResult } from '#shared/indicators/indicator.ts'
import { periodOf } from '#shared/indicators/report-period.ts'
import { cellText } from '#shared/sheets/cell-text.ts'
import { coverSheet, type Handover, sizeText } from '#shared/sheets/cover-sheet.ts'
import { completionRate, form1, growthRate } from '#shared/sheets/form1.ts'
import { form5 } from '#shared/sheets/form5.ts'
import { form8 } from '#shared/sheets/form8.ts'
import type { Sheet } from '#shared/sheets/sheet.ts'
import type { SheetContext } from '#shared/sheets/sheet-context.ts'
import { draftWatermark, watermarkLines } from '#shared/sheets/watermark.ts'
import { builtInPack } from '#tests/support/built-in-pack.ts'
import { plainRecords } from '#tests/support/plain-records.ts'
import { sampleRecords } from '#tests/support/sample-records.ts'

const CODE = '12345 67890 12345 67890 12345 67890'
const context: SheetContext = {
  profile: {
    unit: 'YY-430626',
    fullName: '平江县科技和工业信息化局',
    head: '示例甲',
    reviewer: '示例乙',
    preparer: '示例丙',
    officePhone: '0730-0813123',
  },
  period: periodOf(2021, 3),
  today: '2021-10-08',
  pack: builtInPack(),
  watermark: null,
  code: CODE,
}
const texts = (sheet: Sheet, row: number) => sheet.rows[row]?.cells.map(cellText)

function result(
  id: IndicatorResult['id'],
  cumulative: number | null,
  more: Partial<IndicatorResult> = {},
): IndicatorResult {
  const measure = { value: cumulative, contributions: [], missing: 0 }
  const fixed = { title: '不用', unit: '不用', decimals: 0, target: null, lastYear: null, caveats: [] }
  return { id, ...fixed, quarter: { ...measure, value: null }, cumulative: measure, ...more }
}

describe('表1', () => {
  const records = sampleRecords()
  const results = computeIndicators(records, context.pack, context.period, {
    'grants@2021': 60,
    'zero-breakers@2021': 7,
  })
  const sheet = form1(results, context)

  it('prints grants and zero-breakers of the sample county against their targets', () => {
    expect(texts(sheet, 3)).toEqual(['4', '发明专利授权量', '件', '60', '11', '52', '86.67', '—', '—', ''])
    expect(texts(sheet, 1)).toEqual([
      '2',
      '实现破零企业',
      '家',
      '7',
      '3',
      '16',
      '228.57',
      '—',
      '—',
      '待核实2家',
    ])
  })

  it('carries heading, unit line, signatures and rules of the office', () => {
    const { columns, rows, notes, ...frame } = sheet
    expect(frame).toEqual({
      form: 'form1',
      label: '表1',
      title: '中小企业技术创新“破零倍增”行动进展情况统计表',
      period: '2021年三季度（1—3季累计）',
      unitLine: {
        unit: '填报单位（盖章）：平江县科技和工业信息化局',
        date: '填报日期：2021年10月8日',
        measure: null,
      },
      orientation: 'landscape',
      signatures: [
        { label: '单位负责人', value: '示例甲' },
        { label: '审核人', value: '示例乙' },
        { label: '填表人', value: '示例丙' },
        { label: '联系电话', value: '0730-0813123' },
      ],
      rules: '口径版本：2020版（默认口径）',
      watermark: null,
      code: CODE,
    })
    expect(columns.map((column) => column.headings)).toEqual(
      [
        '序号',
        '指标',
        '计量单位',
        '全年目标',
        '本季',
        '1—3季累计',
        '完成率（%）',
        '上年同期',
        '同比（%）',
        '备注',
      ].map((heading) => [heading]),
    )
    expect([rows.length, notes.length]).toEqual([13, 2])
  })

  it('names the records behind a number, only those that count', () => {
    const grants = results.find((entry) => entry.id === 'grants')
    const counting = grants?.cumulative.contributions.filter((entry) => entry.counts).map((entry) => entry.id)
    expect(sheet.rows[3]?.source).toEqual(counting)
    expect(counting).toHaveLength(52)
  })

  it('computes rates from unrounded numbers', () => {
    expect(cellText(completionRate(2, 3))).toBe('66.67')
    expect(cellText(completionRate(0.004, 0.003))).toBe('133.33')
    expect(cellText(growthRate(3, 2))).toBe('50.00')
    expect(cellText(growthRate(1, 2))).toBe('-50.00')
  })

  it('prints neither infinity nor 100 % for a zero, negative or missing base', () => {
    const rates = [
      completionRate(5, 0),
      completionRate(0, 0),
      completionRate(5, null),
      completionRate(null, 5),
    ]
    expect([...rates, growthRate(5, 0), growthRate(5, -2), growthRate(5, null)].map(cellText)).toEqual(
      Array(7).fill('—'),
    )
    const printed = form1([result('grants', 5, { lastYear: 0 })], context)
    expect(texts(printed, 3)).toEqual([
      '4',
      '发明专利授权量',
      '件',
      '—',
      '—',
      '5',
      '—',
      '0',
      '—',
      '上年同期为0，不计同比',
    ])
  })

  it('prints a stock only as 期末数 in the cumulative column', () => {
    const indicators = context.pack.indicators.map((entry) => ({ ...entry, kind: 'stock' as const }))
    const stock = form1(results, { ...context, pack: { ...context.pack, indicators } })
    expect(texts(stock, 3)?.slice(4, 6)).toEqual(['—', '52'])
  })

  it('prints a dash for an indicator nobody computed', () => {
    expect(texts(form1([], context), 0)).toEqual(['1', '参与企业', '家', '—', '—', '—', '—', '—', '—', ''])
  })

  it('follows the columns and rows of the city', () => {
    const own = context.pack.forms.form1
    const [number, indicator] = own.columns
    if (number === undefined || indicator === undefined) throw new Error('form 1 has columns')
    const shorter = {
      ...own,
      columns: [indicator, number],
      rows: [{ indicator: 'grants' as const, title: '授权', indent: true }],
    }
    const pack = { ...context.pack, forms: { ...context.pack.forms, form1: shorter } }
    expect(form1(results, { ...context, pack }).rows.map((row) => row.cells.map(cellText))).toEqual([
      ['  其中：授权', '1'],
    ])
  })

  it('never prints a code on a 送审稿', () => {
    const draft = form1(results, { ...context, watermark: '送审稿' })
    expect([draft.watermark, draft.code]).toEqual(['送审稿', null])
    const both = form1(results, { ...context, watermark: draftWatermark('试用数据') })
    expect([watermarkLines(both.watermark), both.code]).toEqual([['试用数据', '送审稿'], null])
    expect(draftWatermark(null)).toBe('送审稿')
    const trial = form1(results, { ...context, watermark: '试用数据' })
    expect([trial.watermark, trial.code]).toEqual(['试用数据', CODE])
  })
})

describe('表5', () => {
  const activities = [
    { id: 'b', date: '2021-08-05', name: '挖掘辅导', mode: '现场', firmCount: 1, headcount: 2 },
    {
      id: 'a',
      date: '2021-07-02',
      name: '创新培训',
      mode: '线上',
      firmCount: 30,
      place: '三楼',
      evidence: '签到表',
    },
    { id: 'c', date: '2021-09-01', name: '回访', mode: '电话', firmCount: 1, headcount: 1 },
    { id: 'd', date: '2021-09-02', name: '走访', mode: '走访', firmCount: 4, headcount: 9 },
    { id: 'e', date: '2021-06-30', name: '上季培训', mode: '现场', firmCount: 9 },
    { id: 'f', date: '2021-09-30', name: '计划培训', mode: '现场', state: '计划' },
  ] as const
  const sheet = form5(plainRecords({ activity: activities }), context)

  it('lists the quarter by date and sums 走访 and 电话 in one line', () => {
    expect(
      sheet.rows.map((row) => ({ kind: row.kind, source: row.source, cells: row.cells.map(cellText) })),
    ).toEqual([
      {
        kind: 'data',
        source: ['a'],
        cells: ['1', '2021-07-02', '创新培训', '线上', '—', '三楼', '30', '—', '—', '—', '签到表'],
      },
      {
        kind: 'data',
        source: ['b'],
        cells: ['2', '2021-08-05', '挖掘辅导', '现场', '—', '—', '1', '2', '—', '—', '—'],
      },
      {
        kind: 'group',
        source: ['c', 'd'],
        cells: ['', '', '走访1次、电话1次（只计家次）', '', '', '', '5', '10', '', '', ''],
      },
      {
        kind: 'total',
        source: ['a', 'b', 'c', 'd'],
        cells: ['', '', '合计（计入场次1场）', '', '', '', '36', '12', '', '', ''],
      },
    ])
    expect([sheet.period, form5(plainRecords({}), context, 'cumulative').period]).toEqual([
      '2021年三季度',
      '2021年三季度（1—3季累计）',
    ])
  })

  it('says so when there is nothing', () => {
    expect(
      form5(plainRecords({}), context).rows.map((row) => [row.kind, cellText(row.cells[2] ?? null)]),
    ).toEqual([['empty', '本期无服务活动记录']])
  })

  it('agrees with 表1 on sessions, visits and attendance of the sample county', () => {
    const records = sampleRecords()
    const values = computeIndicators(records, context.pack, context.period, {})
    const quarter = (id: string) => values.find((entry) => entry.id === id)?.quarter.value
    const total = form5(records, context).rows.at(-1)?.cells.map(cellText)
    expect(total?.slice(2, 3)).toEqual([`合计（计入场次${quarter('activity-sessions')}场）`])
    expect(total?.slice(6, 8)).toEqual([
      String(quarter('firm-visits')),
      String(quarter('activity-attendance')),
    ])
  })
})

describe('表8', () => {
  const records = plainRecords({
    enterprise: [
      {
        id: 'one',
        name: '示例一厂',
        code: '91430626EX1000012P',
        size: '小型',
        aboveScale: true,
        phone: '15412348888',
      },
      { id: 'two', name: '示例二厂' },
    ],
    participation: [
      {
        id: 'p1',
        enterprise: 'one',
        year: 2021,
        state: '在列',
        type: '破零',
        listedOn: '2021-03-05',
        priorGrants: '从未',
        pendingApplications: 2,
      },
      {
        id: 'p2',
        enterprise: 'two',
        year: 2021,
        state: '在列',
        priorGrants: '未查',
        exitedOn: '2021-05-01',
        exitReason: '停产',
      },
      { id: 'p3', enterprise: 'two', year: 2020 },
    ],
  })
  const sheet = form8(records, context)

  it('lists the firms of the year, exits with date and reason', () => {
    expect(sheet.rows.map((row) => row.cells.map(cellText))).toEqual([
      [
        '1',
        '示例一厂',
        '91430626EX1000012P',
        '—',
        '—',
        '小型/规上',
        '破零',
        '2021-03-05',
        '0',
        '2',
        '—',
        '—',
        '—',
        '—',
        '',
      ],
      [
        '2',
        '示例二厂',
        '—',
        '—',
        '—',
        '—',
        '—',
        '—',
        '未查',
        '—',
        '—',
        '—',
        '—',
        '—',
        '2021-05-01退出：停产',
      ],
      ['', '合计2家（破零1家，倍增0家，未分类1家）', ...Array(13).fill('')],
    ])
    expect(sheet.period).toBe('2021年')
  })

  it('has two-level headings of one depth', () => {
    expect(sheet.columns.slice(7, 10).map((column) => column.headings)).toEqual([
      ['列入日期', '列入日期'],
      ['列入时发明专利（件）', '授权'],
      ['列入时发明专利（件）', '在审'],
    ])
  })

  it('prints no phone number', () => {
    expect(JSON.stringify(sheet.rows)).not.toContain('154')
  })

  it('says so when the list is empty', () => {
    expect(form8(plainRecords({}), context).rows.map((row) => row.kind)).toEqual(['empty'])
  })
})

describe('报送交接单', () => {
  const handover: Handover = {
    fileName: 'YY-430626_2021Q3_0007.pbz.json',
    seq: 7,
    identity: 'ab'.repeat(32),
    supersedes: null,
    signers: [
      { person: '示例丙', role: 'preparer', signedAt: '2021-10-08T16:30:00.000Z' },
      { person: '示例乙', role: 'reviewer', signedAt: '2021-10-09T01:00:00.000Z' },
    ],
    counts: [{ title: '年度名单', count: 120, unit: '家' }],
    files: [{ name: 'YY-430626_2021Q3_0007.pbz.json', bytes: 300_000 }],
    contactsIncluded: false,
  }
  const sheet = coverSheet(handover, context)

  it('lists file, signers by day in China, counts and sizes', () => {
    expect(sheet.rows.map((row) => row.cells.map(cellText))).toEqual([
      ['1', '报送文件', 'YY-430626_2021Q3_0007.pbz.json', '第7号'],
      ['2', '校验签名', '示例丙（填报人）', '2021年10月9日'],
      ['3', '审核签名', '示例乙（审核人）', '2021年10月9日'],
      ['4', '企业联系方式', '未随文件报送', ''],
      ['5', '年度名单', '120家', ''],
      ['6', '随附材料', 'YY-430626_2021Q3_0007.pbz.json', '293 KB'],
    ])
  })

  it('binds paper and file by code, QR and stamp space', () => {
    expect([sheet.code, sheet.qr, sheet.stampSpace]).toEqual([
      CODE,
      `PBZ1|YY-430626|2021Q3|0007|${'ab'.repeat(32)}|123456789012345678901234567890`,
      true,
    ])
  })

  it('has one place for the stamp, below the table', () => {
    expect(sheet.unitLine.unit).toBe('填报单位：平江县科技和工业信息化局')
  })

  it('has neither code nor QR on a 送审稿', () => {
    const draft = coverSheet(handover, { ...context, watermark: '送审稿' })
    expect([draft.code, draft.qr]).toEqual([null, undefined])
  })

  it('names the file it replaces', () => {
    const again = coverSheet({ ...handover, supersedes: 'YY-430626_2021Q3_0006.pbz.json' }, context)
    expect(again.rows[1]?.cells.map(cellText)).toEqual([
      '2',
      '替代文件',
      'YY-430626_2021Q3_0006.pbz.json',
      '原文件作废',
    ])
  })

  it('shows sizes of files in KB and MB', () => {
    expect([0, 1, 2048, 11_010_048].map(sizeText)).toEqual(['0 KB', '1 KB', '2 KB', '10.50 MB'])
  })
})
