import { DIVISIONS } from './divisions.ts'

export interface ReportingUnit {
  /** Own code: `YY-` + GB/T 2260 division, or letters for functional zones, which have none. */
  readonly code: string
  /** Short name as in the 填报单位 column. */
  readonly name: string
  readonly kind: 'county' | 'zone' | 'city' | 'demo'
  /** GB/T 2260 divisions where its firms may be registered; the city may be the registrar anywhere. */
  readonly divisions: readonly string[]
  readonly aliases: readonly string[]
}

const county = (division: string, ...aliases: string[]): ReportingUnit => ({
  code: `YY-${division}`,
  name: DIVISIONS[division] ?? division,
  kind: 'county',
  divisions: [division, '430600'],
  aliases,
})

const zone = (letters: string, name: string, divisions: string[], aliases: string[]): ReportingUnit => ({
  code: `YY-${letters}`,
  name,
  kind: 'zone',
  divisions: [...divisions, '430600'],
  aliases,
})

/** The 13 填报单位: nine divisions and four functional zones, in the order of the city's address lists. */
export const REPORTING_UNITS: readonly ReportingUnit[] = [
  county('430602', '岳阳楼', '楼区'),
  county('430603', '云溪'),
  county('430611', '君山'),
  county('430621'),
  county('430623', '华容'),
  county('430624', '湘阴'),
  county('430626', '平江'),
  county('430681', '汨罗'),
  county('430682', '临湘'),
  zone(
    'JKQ',
    '岳阳经济技术开发区',
    ['430602', '430603', '430621'],
    ['经济技术开发区', '岳阳经开区', '经开区', '经济开发区', '岳阳经济开发区', '开发区'],
  ),
  zone(
    'XGQ',
    '城陵矶新港区',
    ['430602', '430603'],
    ['城陵矶新区', '新港区', '湖南城陵矶新港区', '湖南城陵矶临港产业新区', '城陵矶临港新区'],
  ),
  zone('NHQ', '南湖新区', ['430602'], ['南湖']),
  zone('QYQ', '屈原管理区', ['430681', '430624'], ['屈原', '屈原区', '屈原行政区']),
]

/** 市级 desk. */
export const CITY_UNIT: ReportingUnit = {
  code: 'YY-430600',
  name: '岳阳市',
  kind: 'city',
  divisions: Object.keys(DIVISIONS),
  aliases: ['市级', '岳阳市工信局', '岳阳市工业和信息化局'],
}

/** The sample county of 试用; never a real sender. */
export const DEMO_UNIT: ReportingUnit = {
  code: 'YY-DEMO',
  name: '试用县',
  kind: 'demo',
  divisions: [],
  aliases: [],
}

const ALL: readonly ReportingUnit[] = [...REPORTING_UNITS, CITY_UNIT, DEMO_UNIT]
const BY_CODE = new Map(ALL.map((unit) => [unit.code, unit]))
const BY_NAME = new Map(ALL.flatMap((unit) => [unit.name, ...unit.aliases].map((name) => [name, unit])))

export function unitByCode(code: string): ReportingUnit | null {
  return BY_CODE.get(code) ?? null
}

/** The unit a text names: short name, usual abbreviation, or with 湖南省 / 岳阳市 before it. */
export function unitByName(text: string): ReportingUnit | null {
  const name = text.normalize('NFKC').replace(/\s/gu, '')
  const local = name.replace(/^湖南省?/u, '')
  return BY_NAME.get(name) ?? BY_NAME.get(local) ?? BY_NAME.get(local.replace(/^岳阳市/u, '')) ?? null
}

/** Whether a firm registered in this division may belong to the unit; true for the sample county. */
export function mayRegisterIn(unit: ReportingUnit, division: string): boolean {
  return unit.kind === 'demo' || unit.divisions.includes(division)
}
