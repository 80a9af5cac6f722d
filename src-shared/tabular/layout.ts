import { fieldsOf, type RecordType } from '../records/dictionary.ts'
import { SUBJECT_TITLES, type Subject, type ValueKey } from './cleaned.ts'
import { headingKey } from './heading.ts'

/** `main` is the subject's own table; a companion adds to it by code or by number. */
export type Role = 'main' | 'companion'

/** Which headings a kind of table is expected to have, and what each means. */
export interface Layout {
  readonly subject: Subject
  readonly role: Role
  /** What the table is called in reasons. */
  readonly title: string
  readonly targets: ReadonlyMap<string, ValueKey>
  /** Without one target of each group the sheet is not this kind of table. */
  readonly needs: readonly (readonly ValueKey[])[]
}

type Selection = readonly (readonly [RecordType, readonly string[] | 'all'])[]
type Extra = Readonly<Record<string, ValueKey>>

const FIRM: readonly [RecordType, readonly string[]] = ['enterprise', ['name', 'code']]
const MONEY = [
  'revenue',
  'rdExpense',
  'superDeduction',
  'newProductSales',
  'patentProductSales',
  'patentProductProfit',
  'profitTax',
  'assets',
]
const BASELINE = ['priorGrants', 'priorGrantCount', 'validPatents', 'pendingApplications', 'year', 'listedOn']

const TITLE_COLUMNS: Extra = {
  高企: 'enterprise.titles.高新技术企业',
  高新技术企业: 'enterprise.titles.高新技术企业',
  是否高企: 'enterprise.titles.高新技术企业',
  国高: 'enterprise.titles.高新技术企业',
  科技型中小企业: 'enterprise.titles.科技型中小企业',
  省小巨人: 'enterprise.titles.省级小巨人企业',
  省级小巨人: 'enterprise.titles.省级小巨人企业',
  国家小巨人: 'enterprise.titles.国家级专精特新“小巨人”企业',
  国家级小巨人: 'enterprise.titles.国家级专精特新“小巨人”企业',
}

const LAYOUTS: readonly Layout[] = [
  {
    subject: 'enterprises',
    role: 'main',
    title: SUBJECT_TITLES.enterprises,
    targets: targetsOf(
      [
        ['enterprise', 'all'],
        ['participation', 'all'],
        ['figures', MONEY],
      ],
      TITLE_COLUMNS,
    ),
    needs: [['enterprise.name', 'enterprise.code']],
  },
  {
    subject: 'patents',
    role: 'main',
    title: SUBJECT_TITLES.patents,
    targets: targetsOf([['patent', 'all'], FIRM, ['participation', BASELINE]], {
      取得方式: 'patent.owners.acquisition',
      权利取得方式: 'patent.owners.acquisition',
    }),
    needs: [['patent.applicationNo']],
  },
  {
    subject: 'patents',
    role: 'companion',
    title: '列入前情况',
    targets: targetsOf([FIRM, ['participation', BASELINE]], {}),
    needs: [
      ['enterprise.code', 'enterprise.name'],
      ['participation.priorGrants', 'participation.priorGrantCount'],
    ],
  },
  {
    subject: 'figures',
    role: 'main',
    title: SUBJECT_TITLES.figures,
    targets: targetsOf([['figures', 'all'], FIRM], {}),
    needs: [
      ['enterprise.code', 'enterprise.name'],
      ['figures.revenue', 'figures.rdExpense', 'figures.newProductSales', 'figures.patentProductSales'],
    ],
  },
  {
    subject: 'activities',
    role: 'main',
    title: SUBJECT_TITLES.activities,
    targets: targetsOf(
      [
        ['activity', 'all'],
        ['enterprise', ['code']],
      ],
      { 企业名称: 'activity.participants', 对象: 'activity.participants' },
    ),
    needs: [['activity.date'], ['activity.name', 'activity.content', 'activity.participants']],
  },
  {
    subject: 'activities',
    role: 'companion',
    title: '参加企业',
    targets: targetsOf([['activity', ['number']], FIRM], {
      参加人数: 'activity.participants.people',
      人数: 'activity.participants.people',
      参会人数: 'activity.participants.people',
      人次: 'activity.participants.people',
      签到: 'activity.participants.signed',
      是否签到: 'activity.participants.signed',
    }),
    needs: [['activity.number'], ['enterprise.name', 'enterprise.code']],
  },
]

export function layoutsOf(subject: Subject): readonly Layout[] {
  return LAYOUTS.filter((layout) => layout.subject === subject)
}

export function layoutOf(subject: Subject, role: Role): Layout | undefined {
  return LAYOUTS.find((layout) => layout.subject === subject && layout.role === role)
}

/** Titles win over synonyms, records named first over later ones: 备注 is the firm's before the list's. */
function targetsOf(selection: Selection, extra: Extra): ReadonlyMap<string, ValueKey> {
  const targets = new Map<string, ValueKey>()
  const add = (heading: string, target: ValueKey) => {
    const key = headingKey(heading)
    if (!targets.has(key)) targets.set(key, target)
  }
  const fields = selection.flatMap(([record, names]) =>
    [...fieldsOf(record).values()]
      .filter(
        (field) =>
          field.kind !== 'ref' && field.internal !== true && (names === 'all' || names.includes(field.name)),
      )
      .map((field) => ({ target: `${record}.${field.name}`, field })),
  )
  for (const { target, field } of fields) add(field.title, target)
  for (const [heading, target] of Object.entries(extra)) add(heading, target)
  for (const { target, field } of fields) for (const synonym of field.synonyms ?? []) add(synonym, target)
  return targets
}
