import type { Records } from '../edits/read-model.ts'
import { conflictedRecords } from '../edits/records-view.ts'
import { lastFinishedQuarter } from '../indicators/finished-quarter.ts'
import type { ReportPeriod } from '../indicators/indicator.ts'
import { isOverdue } from '../indicators/overdue-measure.ts'
import { periodOf, quarterTitle, reportPeriod } from '../indicators/report-period.ts'
import type { PlanPack } from '../pack/plan-pack.ts'
import type { Row } from '../records/dictionary.ts'
import { checkList } from '../report/check-list.ts'

/** What a 待办 is about; the window knows the screen where it is done. */
export type TodoKind =
  | 'conflict'
  | 'purge'
  | 'unreported'
  | 'unsent'
  | 'check'
  | 'follow-up'
  | 'measure'
  | 'profile'

/** One 待办 that goes over to the successor. */
export interface Todo {
  readonly kind: TodoKind
  /** What is to be done, in a few words. */
  readonly title: string
  /** Which, how many, since when. */
  readonly detail: string
  /** Records to open, where there are some. */
  readonly records: readonly string[]
}

/**
 * Everything open on a day, the most urgent first: 待核对, purges of firms (`toPurge`) not done on this PC, the report of the last finished quarter and what its check
 * list says, 定稿 nobody has registered as sent, 下次跟进 that are due, 举措 past their 完成时限, gaps of 本单位档案.
 * `today` is `YYYY-MM-DD`; the quarter is taken within the years of the plan pack.
 */
export function openTodos(
  records: Records,
  pack: PlanPack,
  today: string,
  toPurge: readonly string[],
): readonly Todo[] {
  const period = lastQuarter(pack, today)
  return [
    ...conflicts(records),
    ...purges(toPurge),
    ...reports(records, pack, period),
    ...followUps(records, today),
    ...measures(records, today),
    ...profile(records),
  ]
}

/** The last quarter that is over; the last one of the programme once that is over. */
function lastQuarter(pack: PlanPack, today: string): ReportPeriod | null {
  const { from, to } = pack.years
  const thisYear = Number(today.slice(0, 4))
  const isBeforeFirstEnd = today <= periodOf(thisYear, 1).inQuarter.to
  const year = Math.min(isBeforeFirstEnd ? thisYear - 1 : thisYear, to)
  return year < from ? null : periodOf(year, lastFinishedQuarter(year, today))
}

function conflicts(records: Records): Todo[] {
  const open = conflictedRecords(records)
  if (open.length === 0) return []
  const detail = `${open.length}条记录在两台电脑上填得不一样，未选定`
  return [{ kind: 'conflict', title: '待核对', detail, records: open.map(({ id }) => id) }]
}

function purges(firms: readonly string[]): Todo[] {
  if (firms.length === 0) return []
  const detail = `${firms.length}家企业的清除在本机没有做完，历史里还有要清除的值`
  return [{ kind: 'purge', title: '清除个人信息', detail, records: firms }]
}

function reports(records: Records, pack: PlanPack, period: ReportPeriod | null): Todo[] {
  const submissions = records.of('submission')
  const unsent = submissions
    .filter((row) => row.state === '定稿')
    .map((row): Todo => {
      const of = reportPeriod(row.period ?? '')
      const name = of === null ? (row.period ?? '') : quarterTitle(of)
      return {
        kind: 'unsent',
        title: '报送登记',
        detail: `${name}第${row.seq ?? '—'}号已定稿，未登记报送`,
        records: [row.id],
      }
    })
  if (period === null || records.of('participation').length === 0) return unsent
  const standing = submissions.some((row) => row.period === period.id && row.state !== '已撤回')
  if (standing) return unsent
  const found = checkList(records, pack, period)
  const blocking = found.filter(({ severity }) => severity === 'blocking').length
  const check: Todo[] =
    found.length === 0
      ? []
      : [
          {
            kind: 'check',
            title: '报送前核对',
            detail: `${quarterTitle(period)}有${found.length}项提示${blocking === 0 ? '' : `，其中${blocking}项必须处理`}`,
            records: [],
          },
        ]
  return [
    ...unsent,
    { kind: 'unreported', title: '季度报送', detail: `${quarterTitle(period)}未定稿报送`, records: [] },
    ...check,
  ]
}

/** 下次跟进 is done once one of its firms has a later activity. */
function followUps(records: Records, today: string): Todo[] {
  const activities = records.of('activity')
  const lastServed = new Map<string, string>()
  for (const activity of activities) {
    for (const firm of firmsOf(activity)) {
      const date = activity.date ?? ''
      if (date > (lastServed.get(firm) ?? '')) lastServed.set(firm, date)
    }
  }
  const due = activities.filter((activity) => {
    const { followUpOn, date } = activity
    if (followUpOn === undefined || followUpOn > today) return false
    return !firmsOf(activity).some((firm) => (lastServed.get(firm) ?? '') > (date ?? ''))
  })
  if (due.length === 0) return []
  const [earliest] = due.flatMap(({ followUpOn }) => followUpOn ?? []).sort()
  const detail = `${due.length}项到期未跟进，最早${earliest}`
  return [{ kind: 'follow-up', title: '企业跟进', detail, records: due.map(({ id }) => id) }]
}

function firmsOf(activity: Row<'activity'>): readonly string[] {
  return Object.values(activity.participants ?? {}).flatMap(({ enterprise }) => enterprise ?? [])
}

function measures(records: Records, today: string): Todo[] {
  const overdue = records
    .of('plan')
    .filter(({ state }) => state !== '废止')
    .flatMap((plan) => Object.values(plan.measures ?? {}).map((measure) => ({ plan, measure })))
    .filter(({ measure }) => isOverdue(measure, today))
  if (overdue.length === 0) return []
  const first = overdue[0]?.measure.measure ?? ''
  const detail = `${overdue.length}条举措超过完成时限：${first}${overdue.length > 1 ? ' 等' : ''}`
  return [
    { kind: 'measure', title: '工作举措', detail, records: [...new Set(overdue.map(({ plan }) => plan.id))] },
  ]
}

const PROFILE_GAPS = [
  ['head', '单位负责人'],
  ['reviewer', '审核人'],
  ['officePhone', '办公电话'],
] as const

function profile(records: Records): Todo[] {
  const [unit] = records.of('profile')
  if (unit === undefined) return []
  const missing = PROFILE_GAPS.filter(([field]) => unit[field] === undefined).map(([, title]) => title)
  if (missing.length === 0) return []
  return [{ kind: 'profile', title: '本单位档案', detail: `未填：${missing.join('、')}`, records: [] }]
}
