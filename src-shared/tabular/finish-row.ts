import type { CleanValue, Subject } from './cleaned.ts'
import { comparableName, nameKey } from './firm-names.ts'
import type { Role } from './layout.ts'
import { type CheckContext, checkFigures, checkFirm, checkPatent } from './row-checks.ts'
import { noteAt, type RowDraft, type SheetColumns } from './row-draft.ts'

/** What the title or the user gives to every row that does not say it itself. */
export interface RowDefaults {
  readonly listYear: number | null
  readonly figuresYear: number | null
  readonly figuresPeriod: string | null
}

type Element = Readonly<Record<string, unknown>>

/** Folds columns that belong together, checks what must be there and sets the row's key. */
export function finishRow(
  draft: RowDraft,
  columns: SheetColumns,
  subject: Subject,
  role: Role,
  checks: CheckContext,
  defaults: RowDefaults,
): void {
  const { values } = draft
  if (subject === 'enterprises') {
    foldTitles(draft)
    requireFirm(draft, columns)
    noteEmptyContact(draft, columns)
    if (defaults.listYear !== null) values['participation.year'] ??= defaults.listYear
    checkFirm(draft, columns, checks)
  } else if (subject === 'patents' && role === 'main') {
    required(draft, columns, 'patent.applicationNo', '申请号')
    foldOwners(draft)
    checkPatent(draft, columns)
  } else if (subject === 'figures') {
    if (defaults.figuresYear !== null) values['figures.year'] ??= defaults.figuresYear
    if (defaults.figuresPeriod !== null) values['figures.period'] ??= defaults.figuresPeriod
    required(draft, columns, 'figures.year', '年度')
    required(draft, columns, 'figures.period', '期间')
    checkFigures(draft, columns, checks)
  } else if (subject === 'activities') {
    foldParticipants(draft, columns, role)
    if (role === 'main') {
      required(draft, columns, 'activity.date', '活动日期')
      required(draft, columns, 'activity.name', '活动名称')
    } else required(draft, columns, 'activity.number', '活动编号')
  }
  if (subject !== 'enterprises' && (subject !== 'activities' || role === 'companion'))
    requireSomeFirm(draft, columns)
  draft.key = keyOf(values, subject, role)
}

function keyOf(values: RowDraft['values'], subject: Subject, role: Role): string | null {
  const target =
    subject === 'patents' && role === 'main'
      ? 'patent.applicationNo'
      : subject === 'activities'
        ? 'activity.number'
        : 'enterprise.code'
  const key = values[target]
  return typeof key === 'string' ? key : null
}

const noted = (draft: RowDraft, field: string) =>
  draft.findings.some((finding) => finding.field === field && finding.severity === 'blocking')

function requireFirm(draft: RowDraft, columns: SheetColumns): void {
  const { values } = draft
  if (values['enterprise.name'] === undefined && !noted(draft, 'enterprise.name')) {
    noteAt(draft, columns, 'enterprise.name', '', { kind: 'name-missing', after: null })
  }
  if (values['enterprise.code'] === undefined && !noted(draft, 'enterprise.code')) {
    noteAt(draft, columns, 'enterprise.code', '', { kind: 'uscc-missing', after: null })
  }
}

/** Patents and figures may name the firm alone; without a code that is worth a look. */
function requireSomeFirm(draft: RowDraft, columns: SheetColumns): void {
  const { values } = draft
  if (values['enterprise.code'] !== undefined || noted(draft, 'enterprise.code')) return
  if (values['enterprise.name'] !== undefined) {
    noteAt(draft, columns, 'enterprise.code', '', { kind: 'uscc-missing', after: null, severity: 'info' })
  } else if (values['patent.owners'] === undefined) {
    noteAt(draft, columns, 'enterprise.name', '', { kind: 'firm-missing', after: null })
  }
}

function required(draft: RowDraft, columns: SheetColumns, target: string, title: string): void {
  if (draft.values[target] !== undefined || noted(draft, target)) return
  const place = columns.byTarget.get(target)
  if (place === undefined) {
    draft.findings.push({
      cell: `A${draft.row + 1}`,
      field: target,
      kind: 'required-missing',
      severity: 'blocking',
      before: '',
      after: null,
      message: `缺${title}，请补填`,
    })
  } else noteAt(draft, columns, target, '', { kind: 'required-missing', after: null })
}

function noteEmptyContact(draft: RowDraft, columns: SheetColumns): void {
  if (!columns.byTarget.has('enterprise.contact')) return
  const fromPhone = draft.findings.some((finding) => finding.kind === 'name-in-phone')
  const contact = draft.values['enterprise.contact']
  if (contact !== undefined && !fromPhone) return
  noteAt(draft, columns, 'enterprise.contact', '', {
    kind: 'contact-empty',
    after: typeof contact === 'string' ? contact : null,
  })
}

/** 高企 | 省小巨人 | 国家小巨人 columns and 现有资质 in words are one list. */
function foldTitles({ values }: RowDraft): void {
  const flags = Object.keys(values).filter((key) => key.startsWith('enterprise.titles.'))
  if (flags.length === 0) return
  const titles: Record<string, unknown> = { ...elementsOf(values['enterprise.titles']) }
  for (const key of flags) {
    titles[key.slice('enterprise.titles.'.length)] = values[key]
    delete values[key]
  }
  values['enterprise.titles'] = titles
}

/** The row's firm is one of the owners and carries its 取得方式; without a list it is the only owner. */
function foldOwners({ values }: RowDraft): void {
  const name = values['enterprise.name']
  const acquisition = values['patent.owners.acquisition']
  delete values['patent.owners.acquisition']
  const owners: Record<string, Element> = elementsOf(values['patent.owners'])
  if (typeof name === 'string') {
    const key =
      Object.keys(owners).find(
        (each) => comparableName(String(owners[each]?.name)) === comparableName(name),
      ) ?? nameKey(name)
    const own = owners[key] ?? { name, order: Object.keys(owners).length + 1 }
    owners[key] = acquisition === undefined ? own : { ...own, acquisition }
  }
  if (Object.keys(owners).length > 0) values['patent.owners'] = owners
}

/** A single 服务对象 takes the code beside it; a row of the 参加企业 list is one participant. */
function foldParticipants(draft: RowDraft, columns: SheetColumns, role: Role): void {
  const { values } = draft
  const code = values['enterprise.code']
  if (role === 'companion') {
    const name = values['enterprise.name'] ?? code
    const people = values['activity.participants.people']
    const signed = values['activity.participants.signed']
    delete values['activity.participants.people']
    delete values['activity.participants.signed']
    if (typeof name !== 'string' || absent(draft, columns, signed)) return
    values['activity.participants'] = {
      [keyOfParticipant(name, code)]: {
        name,
        ...(code === undefined ? {} : { code }),
        ...(people === undefined ? {} : { people }),
      },
    }
    return
  }
  const participants = elementsOf(values['activity.participants'])
  const only = Object.keys(participants)
  const element = participants[only[0] ?? '']
  if (only.length !== 1 || element === undefined || typeof code !== 'string') return
  values['activity.participants'] = { [code]: { ...element, code } }
}

function absent(draft: RowDraft, columns: SheetColumns, signed: CleanValue | undefined): boolean {
  if (!columns.byTarget.has('activity.participants.signed')) return false
  if (signed === undefined)
    noteAt(draft, columns, 'activity.participants.signed', '', { kind: 'sign-in-blank', after: null })
  if (signed !== false) return false
  noteAt(draft, columns, 'activity.participants.signed', '否', { kind: 'participant-absent', after: null })
  return true
}

const keyOfParticipant = (name: string, code: CleanValue | undefined) =>
  typeof code === 'string' ? code : nameKey(name)

function elementsOf(value: CleanValue | undefined): Record<string, Element> {
  return typeof value === 'object' ? { ...(value as Record<string, Element>) } : {}
}
