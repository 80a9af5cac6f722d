import { type DictionaryField, fieldOf, fieldsOf } from '#shared/records/dictionary.ts'
import { plainNumber } from '#shared/records/typed-number.ts'
import { dictionaryColumn, type GridColumn } from '../../ui/grid/grid-column.ts'
import { PLAN_PACK } from '../../workspace/plan-pack.ts'
import type { ActivityRow, VoidedActivity } from './activity-rows.ts'

const CATEGORIES = PLAN_PACK.dictionaries.serviceCategories.map(({ name }) => name)

const column = (name: string): GridColumn<ActivityRow> =>
  dictionaryColumn<ActivityRow>(fieldOf('activity', name))

const shownCount = (value: number | null): string => (value === null ? '' : plainNumber(value))

/** For a column whose title is the unit. */
function withoutUnit({ unit: _unit, ...rest }: GridColumn<ActivityRow>): GridColumn<ActivityRow> {
  return rest
}

/** The columns of 表5 (J14) and 下次跟进; 家数 follows from the 服务对象. */
export const ACTIVITY_COLUMNS: readonly GridColumn<ActivityRow>[] = [
  { ...column('name'), width: 280 },
  column('date'),
  { ...column('category'), choices: CATEGORIES },
  { ...column('mode'), width: 84 },
  { ...column('agency'), width: 180 },
  { ...column('place'), width: 140 },
  {
    id: 'firms',
    title: '家数',
    kind: 'count',
    help: '按服务对象名单计算；没有名单时为“参加企业数”',
    width: 80,
    value: (row) => row.firms,
    text: (row) => shownCount(row.firms),
  },
  {
    ...withoutUnit(column('headcount')),
    title: '人次',
    width: 80,
    value: (row) => row.people,
    text: (row) => shownCount(row.people),
  },
  { ...column('content'), width: 220 },
  column('outcome'),
  column('evidence'),
  { ...column('followUpOn'), title: '下次跟进' },
]

/** 作废 activities: what, when and why. */
export const VOIDED_ACTIVITY_COLUMNS: readonly GridColumn<VoidedActivity>[] = [
  ...['name', 'date'].map((name) =>
    dictionaryColumn<VoidedActivity>(fieldOf('activity', name), { readOnly: true }),
  ),
  {
    id: 'voidedFor',
    title: '作废原因',
    kind: 'text',
    width: 220,
    value: (row) => row.voidedFor,
    text: (row) => row.voidedFor,
  },
  ...['category', 'mode', 'place', 'content'].map((name) =>
    dictionaryColumn<VoidedActivity>(fieldOf('activity', name), { readOnly: true }),
  ),
]

/** 服务类别 as a list to choose from; a category of an older file stays among them. */
function withCategories(field: DictionaryField, current: string | undefined): DictionaryField {
  const others = current === undefined || CATEGORIES.includes(current) ? [] : [current]
  return { ...field, choices: [...CATEGORIES, ...others] }
}

/** Fields of the side form before and after the list of 服务对象, which has an editor of its own. */
export function activityFormFields(category: string | undefined): {
  readonly before: readonly DictionaryField[]
  readonly after: readonly DictionaryField[]
} {
  const fields = [...fieldsOf('activity').values()]
    .filter(({ name }) => name !== 'participants')
    .map((field) => (field.name === 'category' ? withCategories(field, category) : field))
  return {
    before: fields.filter(({ group }) => group === '活动'),
    after: fields.filter(({ group }) => group !== '活动'),
  }
}
