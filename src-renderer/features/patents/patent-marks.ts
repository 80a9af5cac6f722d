import type { PatentKind } from '#shared/codes/patent-number.ts'
import { isGranted } from '#shared/indicators/patent-register.ts'
import type { Row } from '#shared/records/dictionary.ts'
import { numberVerdict } from './patent-number-words.ts'

export interface PatentMark {
  readonly tone: 'warn' | 'note' | 'waiting'
  /** Short, for the table. */
  readonly word: string
  /** What it means and what to do. */
  readonly sentence: string
  /** Something to do, not merely to know. */
  readonly toDo: boolean
}

export interface MarkContext {
  /** `YYYY-MM-DD`. */
  readonly today: string
  /** The number stands on more than one record. */
  readonly twice: boolean
  /** At least one owner is a firm of the register. */
  readonly hasFirm: boolean
}

const UNDER_EXAMINATION: readonly Row<'patent'>['status'][] = ['受理', '公布', '实质审查']
const STALE_MONTHS = 18

/** Quiet marks of one patent, the most important first. */
export function patentMarks(patent: Row<'patent'>, context: MarkContext): readonly PatentMark[] {
  const kind = kindOf(patent)
  if (kind !== null && kind !== '发明')
    return [...numberMarks(patent, context.twice), ...kindMarks(patent, kind)]
  return [
    ...numberMarks(patent, context.twice),
    ...grantMarks(patent),
    ...kindMarks(patent, kind),
    ...(isStale(patent, context.today)
      ? [warn(`在审超过${STALE_MONTHS}个月未更新`, '请向企业或代理机构了解进展，更新法律状态')]
      : []),
    ...(context.hasFirm
      ? []
      : [warn('专利权人不在名录', '专利权人中没有名录内企业，不计入；请在专利权人中选择企业')]),
  ]
}

function numberMarks(patent: Row<'patent'>, twice: boolean): readonly PatentMark[] {
  const typed = patent.applicationNo
  if (typed === undefined) return [warn('缺申请号', '没有申请号无法核对是否重复，列待核实')]
  const verdict = numberVerdict(typed)
  const marks = twice ? [warn('申请号重复', '同一申请号登记了多条，只计一件；请作废多余的')] : []
  if (verdict?.number === null) return [warn('申请号有误', verdict.words), ...marks]
  return verdict?.tone === 'warn' ? [warn('校验位不符', verdict.words), ...marks] : marks
}

function grantMarks(patent: Row<'patent'>): readonly PatentMark[] {
  if (patent.status === '授权通知' && patent.grantedOn === undefined) {
    return [waiting('待公告', '已获授权通知，待公告；公告后登记授权公告日才计入')]
  }
  if (patent.grantedOn === undefined) {
    return isGranted(patent) ? [warn('缺公告日', '没有授权公告日，不计入任何季度')] : []
  }
  if (patent.filedOn !== undefined && patent.grantedOn < patent.filedOn.slice(0, patent.grantedOn.length)) {
    return [warn('公告日早于申请日', '请核对申请日和授权公告日')]
  }
  return isGrantedState(patent) ? [] : [warn('状态未更新', '已有授权公告日，法律状态仍未授权')]
}

/** The number decides; the typed 专利类型 only where the number cannot be trusted. */
function kindOf(patent: Row<'patent'>): PatentKind | null {
  const verdict = numberVerdict(patent.applicationNo ?? '')
  return verdict === null || verdict.tone !== 'good' ? (patent.kind ?? null) : verdict.kind
}

function kindMarks(patent: Row<'patent'>, kind: PatentKind | null): readonly PatentMark[] {
  const differs = kind !== null && patent.kind !== undefined && kind !== patent.kind
  const marks = differs ? [warn('类型与申请号不符', `按申请号应为${kind}，按申请号统计`)] : []
  if (kind === null || kind === '发明') return marks
  const word = `${kind === '外观设计' ? '外观' : kind}不计入`
  return [...marks, { tone: 'note', word, sentence: `${kind}不计入发明专利授权量`, toDo: false }]
}

/** The last dated step of a pending application lies more than 18 months back. */
function isStale(patent: Row<'patent'>, today: string): boolean {
  if (patent.grantedOn !== undefined || !UNDER_EXAMINATION.includes(patent.status)) return false
  const last = [patent.filedOn, patent.publishedOn]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1)
  return last !== undefined && monthsLater(last, STALE_MONTHS) < today
}

/** A day (or month, or year: its end) some months later, as text to compare. */
function monthsLater(date: string, months: number): string {
  const [year = '', month = '12', day = '31'] = date.split('-')
  const count = Number(year) * 12 + Number(month) - 1 + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-${day}`
}

const STILL_PENDING: readonly Row<'patent'>['status'][] = [
  '撰写',
  ...UNDER_EXAMINATION,
  '授权通知',
  '驳回',
  '撤回',
]

function isGrantedState(patent: Row<'patent'>): boolean {
  return patent.status !== undefined && !STILL_PENDING.includes(patent.status)
}

const warn = (word: string, sentence: string): PatentMark => ({ tone: 'warn', word, sentence, toDo: true })
const waiting = (word: string, sentence: string): PatentMark => ({
  tone: 'waiting',
  word,
  sentence,
  toDo: true,
})
