import { cellText, compact } from '../cell-text.ts'
import type { ValueKey } from '../cleaned.ts'
import type { Cell } from '../matrix.ts'
import { emptyMark, NOTHING, plain, type Reading, refused, taken } from './reading.ts'

/** What counties write for a choice; `null` = known, but which of the choices stays open. */
type Aliases = Readonly<Record<string, string | null>>

const ALIASES: Readonly<Record<string, Aliases>> = {
  'participation.type': {
    破0: '破零',
    破零型: '破零',
    破零企业: '破零',
    零突破: '破零',
    零的突破: '破零',
    首件: '破零',
    倍增型: '倍增',
    倍增企业: '倍增',
    破零倍增: null,
    '破零/倍增': null,
    '破零、倍增': null,
  },
  'participation.priorGrants': {
    无: '从未',
    没有: '从未',
    从未授权: '从未',
    从未有: '从未',
    否: '从未',
    有: '曾有',
    已有: '曾有',
    是: '曾有',
    曾经有: '曾有',
    待查: '未查',
    不详: '未查',
    未知: '未查',
    不清楚: '未查',
    未核查: '未查',
    未核实: '未查',
  },
  'participation.state': { 已审定: '县级审定', 县审定: '县级审定', 市确认: '市级确认', 在册: '在列' },
  'enterprise.size': {
    大: '大型',
    中: '中型',
    小: '小型',
    微: '微型',
    大型企业: '大型',
    中型企业: '中型',
    小型企业: '小型',
    微型企业: '微型',
    小微: null,
    小微企业: null,
    中小微: null,
    中小型: null,
    中小企业: null,
  },
  'enterprise.registration': {
    正常: '存续',
    在营: '存续',
    在业: '存续',
    开业: '存续',
    存续在业: '存续',
    '存续(在营、开业、在册)': '存续',
    已注销: '注销',
    已吊销: '吊销',
    吊销未注销: '吊销',
    已迁出: '迁出',
    已迁入: '迁入',
  },
  'patent.kind': {
    发明专利: '发明',
    发明授权: '发明',
    发明公开: '发明',
    实用新型专利: '实用新型',
    新型: '实用新型',
    实用: '实用新型',
    外观: '外观设计',
    外观设计专利: '外观设计',
    外观专利: '外观设计',
  },
  'patent.status': {
    已授权: '授权',
    有效: '授权',
    授权有效: '授权',
    有权: '授权',
    专利权维持: '授权',
    维持: '授权',
    已授权公告: '授权',
    实审: '实质审查',
    在审: '实质审查',
    审查中: '实质审查',
    审中: '实质审查',
    实质审查生效: '实质审查',
    进入实审: '实质审查',
    已受理: '受理',
    申请中: '受理',
    公开: '公布',
    已公布: '公布',
    已公开: '公布',
    待授权: '授权通知',
    已发授权通知: '授权通知',
    专利权终止: '终止',
    未缴年费终止: '终止',
    未缴年费: '终止',
    失效: null,
    无效: null,
    已驳回: '驳回',
    已撤回: '撤回',
    视为撤回: '撤回',
    视撤: '撤回',
    已放弃: '放弃',
    视为放弃: '放弃',
  },
  'patent.owners.acquisition': {
    原始取得: '原始',
    自主申请: '原始',
    自主研发: '原始',
    申请: '原始',
    共同: '共有',
    合作: '共有',
    共同申请: '共有',
    转让: '受让',
    购买: '受让',
    受让取得: '受让',
    继承: '承继',
    合并: '承继',
    承继取得: '承继',
  },
  'activity.mode': {
    线下: '现场',
    现场服务: '现场',
    上门: '走访',
    上门走访: '走访',
    入企: '走访',
    网络: '线上',
    视频: '线上',
    线上会议: '线上',
    电话咨询: '电话',
  },
  'activity.state': { 已完成: '已开展', 完成: '已开展', 已核实: '已核' },
  'figures.state': { 预计数: '预计', 快报数: '快报', 年报数: '年报' },
  'figures.basis': { 自报: '企业自报', 审计数: '审计', 税务数: '税务', 统计数: '统计' },
}

const ABOVE_SCALE: Readonly<Record<string, boolean>> = {
  规上: true,
  规模以上: true,
  规上企业: true,
  规下: false,
  规模以下: false,
}

/** One of the dictionary's choices; local spellings are taken with a note, open ones are left to the user. */
export function readChoice(cell: Cell, target: ValueKey, choices: readonly string[]): Reading {
  if (typeof cell === 'string' && choices.includes(cell)) return plain(cell)
  const text = compact(cellText(cell))
  if (text === '') return NOTHING
  if (choices.includes(text)) return plain(text)
  if (target === 'figures.period') return readPeriod(text)
  const aliases = ALIASES[target]
  const alias = aliases !== undefined && Object.hasOwn(aliases, text) ? aliases[text] : undefined
  if (typeof alias === 'string') return taken(alias, ['enum-alias'])
  if (target === 'enterprise.size' && Object.hasOwn(ABOVE_SCALE, text))
    return aboveScale(ABOVE_SCALE[text] === true)
  if (alias === null) return refusedChoice('enum-ambiguous', target)
  return emptyMark(text) === null
    ? refusedChoice('enum-unknown', target)
    : { notes: [{ kind: 'placeholder-empty', after: '' }] }
}

/** A choice the numbers hang on must be made; any other may stay empty. */
const DECISIVE: ReadonlySet<ValueKey> = new Set([
  'participation.type',
  'participation.priorGrants',
  'patent.status',
  'patent.kind',
  'patent.owners.acquisition',
  'figures.period',
])

function refusedChoice(kind: 'enum-ambiguous' | 'enum-unknown', target: ValueKey): Reading {
  const reading = refused(kind)
  return DECISIVE.has(target)
    ? { notes: reading.notes.map((note) => ({ ...note, severity: 'blocking' })) }
    : reading
}

function aboveScale(is: boolean): Reading {
  return {
    notes: [{ kind: 'enum-alias', after: is ? '是否规上:是' : '是否规上:否' }],
    also: { 'enterprise.aboveScale': is },
  }
}

const CUMULATIVE: readonly (readonly [RegExp, string])[] = [
  [/^(1[-~—–至]3月|一季度|第一季度|1季度|Q1|\d{4}Q1)(累计)?$/u, '1-3月累计'],
  [/^(1[-~—–至]6月|上半年|1[-~—–至]2季度|一至二季度|前两季度|半年)(累计)?$/u, '1-6月累计'],
  [/^(1[-~—–至]9月|前三季度|1[-~—–至]3季度|一至三季度)(累计)?$/u, '1-9月累计'],
  [/^(1[-~—–至]12月)(累计)?$/u, '1-12月累计'],
  [/^(全年|年度|年|年报|\d{4}年度?|全年累计)$/u, '年度'],
]

/** 期间: 二季度 alone may be one quarter or cumulative, so it stays open. */
function readPeriod(text: string): Reading {
  const period = periodOf(text)
  return period === null ? refusedChoice('enum-ambiguous', 'figures.period') : taken(period, ['enum-alias'])
}

/** The cumulative period a text names, or null. */
export function periodOf(compacted: string): string | null {
  return CUMULATIVE.find(([pattern]) => pattern.test(compacted))?.[1] ?? null
}
