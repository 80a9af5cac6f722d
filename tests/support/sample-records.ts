import { readFileSync } from 'node:fs'
import { read, utils } from 'xlsx'
import type { Records } from '#shared/edits/read-model.ts'
import { Activity } from '#shared/records/activity.ts'
import type { Row } from '#shared/records/dictionary.ts'
import { Enterprise } from '#shared/records/enterprise.ts'
import { Figures } from '#shared/records/figures.ts'
import { Participation } from '#shared/records/participation.ts'
import { Patent } from '#shared/records/patent.ts'
import { plainRecords } from './plain-records.ts'

type SheetLine = Readonly<Record<string, unknown>>

const FOLDER = new URL('../fixtures/workbooks/', import.meta.url)

/** The sample county (120 firms) read straight from its workbooks, without the cleaning under test elsewhere. */
export function sampleRecords(): Records {
  const firms = lines('enterprises-clean-120.xlsx', '参与企业名单')
  const known = new Set(firms.map((line) => firmId(line)))
  const refer = (line: SheetLine) => (known.has(firmId(line)) ? { enterprise: firmId(line) } : {})
  return plainRecords({
    enterprise: firms.map(enterprise),
    participation: participations(firms),
    patent: lines('patents-2021.xlsx', '发明专利台账').map((line, at) => patent(line, at, refer(line))),
    figures: lines('figures-2021Q3.xlsx', '企业数据').map((line, at) => figures(line, at, refer(line))),
    activity: activities(refer),
  })
}

function lines(file: string, sheet: string): readonly SheetLine[] {
  const book = read(readFileSync(new URL(file, FOLDER)), { cellDates: false })
  const found = book.Sheets[sheet]
  if (found === undefined) throw new Error(`no sheet ${sheet} in ${file}`)
  return utils.sheet_to_json<SheetLine>(found, { raw: true })
}

const text = (line: SheetLine, column: string): string | undefined => {
  const value = line[column]
  return value === undefined || value === null || value === '' ? undefined : String(value)
}
const number = (line: SheetLine, column: string): number | undefined => {
  const value = text(line, column)
  return value === undefined ? undefined : Number(value)
}
const day = (line: SheetLine, column: string): string | undefined => {
  const value = line[column]
  if (typeof value !== 'number') return text(line, column)
  return new Date(Date.UTC(1899, 11, 30) + value * 86_400_000).toISOString().slice(0, 10)
}
const firmId = (line: SheetLine): string => text(line, '统一社会信用代码') ?? 'none'

/** Drops empty fields and checks the rest against the dictionary. */
function row<F extends object>(schema: { parse(fields: unknown): F }, id: string, fields: object) {
  const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  return { ...schema.parse(filled), id }
}

function enterprise(line: SheetLine): Row<'enterprise'> {
  return row(Enterprise, firmId(line), {
    name: text(line, '企业名称'),
    code: text(line, '统一社会信用代码'),
    unit: text(line, '填报单位'),
    park: text(line, '所在园区（乡镇）'),
    product: text(line, '主导产品'),
    size: text(line, '企业规模'),
    contact: text(line, '联系人'),
    phone: text(line, '联系电话'),
  })
}

function participations(firms: readonly SheetLine[]): readonly Row<'participation'>[] {
  const history = new Map(lines('patents-2021.xlsx', '列入前情况').map((line) => [firmId(line), line]))
  return firms.map((line) =>
    row(Participation, `list-${firmId(line)}`, {
      enterprise: firmId(line),
      year: number(line, '参与年度'),
      type: text(line, '参与类型'),
      state: '在列',
      validPatents: number(line, '参与前有效发明专利（件）'),
      pendingApplications: number(line, '在审发明专利申请（件）'),
      agency: text(line, '服务机构'),
      priorGrants: text(history.get(firmId(line)) ?? {}, '列入前授权情况'),
      priorGrantCount: number(history.get(firmId(line)) ?? {}, '列入前授权件数（件）'),
    }),
  )
}

function patent(line: SheetLine, at: number, refer: { enterprise?: string }): Row<'patent'> {
  const names = (text(line, '专利权人') ?? '').split('；')
  const owners = names.map((name, order) => [
    name,
    {
      name,
      order: order + 1,
      ...(name === text(line, '企业名称') ? { ...refer, acquisition: text(line, '取得方式') } : {}),
    },
  ])
  return row(Patent, `patent-${at + 1}`, {
    applicationNo: text(line, '申请号'),
    title: text(line, '专利名称'),
    kind: text(line, '专利类型'),
    filedOn: day(line, '申请日'),
    grantedOn: day(line, '授权公告日'),
    status: text(line, '法律状态'),
    owners: Object.fromEntries(owners),
  })
}

function figures(line: SheetLine, at: number, refer: { enterprise?: string }): Row<'figures'> {
  return row(Figures, `figures-${at + 1}`, {
    ...refer,
    year: number(line, '年度'),
    period: text(line, '期间'),
    state: text(line, '数据状态'),
    revenue: number(line, '营业收入（万元）'),
    rdExpense: number(line, '研发费用（万元）'),
    newProductSales: number(line, '新产品销售收入（万元）'),
    patentProductSales: number(line, '发明专利产品销售额（万元）'),
    patentProductProfit: number(line, '发明专利产品利润（万元）'),
  })
}

function activities(refer: (line: SheetLine) => { enterprise?: string }): readonly Row<'activity'>[] {
  const signedIn = lines('service-log-2021.xlsx', '参加企业')
  return lines('service-log-2021.xlsx', '服务活动台账').map((line) => {
    const own = text(line, '统一社会信用代码') === undefined ? [] : [{ ...line, 企业名称: line.服务对象 }]
    const guests = signedIn.filter((guest) => guest.活动编号 === line.活动编号)
    const served: readonly SheetLine[] = guests.length > 0 ? guests : own
    return row(Activity, `activity-${text(line, '活动编号')}`, {
      number: text(line, '活动编号'),
      date: day(line, '活动日期'),
      name: text(line, '活动名称'),
      category: text(line, '服务类别'),
      mode: text(line, '服务方式'),
      organiser: text(line, '组织单位'),
      agency: text(line, '服务机构'),
      place: text(line, '地点'),
      participants: Object.fromEntries(
        served.map((at) => [firmId(at), { name: text(at, '企业名称'), ...refer(at) }]),
      ),
      firmCount: number(line, '参加企业数（家）'),
      headcount: number(line, '参加人次（人次）'),
      content: text(line, '主要内容'),
      outcome: text(line, '服务成效'),
      evidence: text(line, '佐证材料'),
    })
  })
}
