import type { CleanedSheet, Subject } from './cleaned.ts'
import type { FindingKind } from './finding-kinds.ts'
import { comparableName, coreName } from './firm-names.ts'
import type { Role } from './layout.ts'
import { noteAt, type RowDraft, type SheetColumns } from './row-draft.ts'

type Pairs = CleanedSheet['duplicates'][number][]

/** Rows that are, or may be, the same thing; the later row carries the finding. */
export function findDuplicates(
  drafts: readonly RowDraft[],
  columns: SheetColumns,
  subject: Subject,
  role: Role,
): Pairs {
  if (role === 'companion') return []
  if (subject === 'enterprises') return sameFirms(drafts, columns)
  if (subject === 'patents')
    return sameIdentity(
      drafts,
      columns,
      'patent.applicationNo',
      (v) => text(v['patent.applicationNo']),
      'duplicate-application',
      '申请号相同',
    )
  if (subject === 'figures') {
    const identity = (v: RowDraft['values']) => {
      const firm = text(v['enterprise.code']) ?? text(v['enterprise.name'])
      return firm === null ? null : `${firm}|${String(v['figures.year'])}|${String(v['figures.period'])}`
    }
    return sameIdentity(drafts, columns, 'figures.period', identity, 'duplicate-period', '同一企业同一期间')
  }
  const numbered = sameIdentity(
    drafts,
    columns,
    'activity.number',
    (v) => text(v['activity.number']),
    'duplicate-activity-number',
    '活动编号相同',
  )
  const unnumbered = (v: RowDraft['values']) =>
    v['activity.number'] === undefined
      ? `${String(v['activity.date'])}|${String(v['activity.name'])}|${JSON.stringify(v['activity.participants'] ?? null)}`
      : null
  return [
    ...numbered,
    ...sameIdentity(drafts, columns, 'activity.name', unnumbered, 'duplicate-activity', '日期和名称相同'),
  ]
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const rowName = (draft: RowDraft) => `第${draft.row + 1}行`

function sameIdentity(
  drafts: readonly RowDraft[],
  columns: SheetColumns,
  target: string,
  identity: (values: RowDraft['values']) => string | null,
  kind: FindingKind,
  reason: string,
): Pairs {
  const first = new Map<string, RowDraft>()
  const pairs: Pairs = []
  for (const draft of drafts) {
    const key = identity(draft.values)
    if (key === null) continue
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, draft)
    else {
      noteAt(draft, columns, target, text(draft.values[target]) ?? '', { kind, after: rowName(earlier) })
      pairs.push({ rows: [earlier.row + 1, draft.row + 1], reason })
    }
  }
  return pairs
}

/** By code, then by name; equal names with different valid codes are for a person to decide, never merged. */
function sameFirms(drafts: readonly RowDraft[], columns: SheetColumns): Pairs {
  const byCode = new Map<string, RowDraft>()
  const byName = new Map<string, RowDraft[]>()
  const byCore = new Map<string, RowDraft[]>()
  const byPhone = new Map<string, RowDraft[]>()
  const pairs: Pairs = []
  // Short names and phones only matter where some row has no code to tell.
  const someUncoded = drafts.some((draft) => draft.key === null)
  for (const draft of drafts) {
    const name = text(draft.values['enterprise.name'])
    const code = draft.key
    const pair = (earlier: RowDraft, reason: string) =>
      pairs.push({ rows: [earlier.row + 1, draft.row + 1], reason })
    const sameCode = code === null ? undefined : byCode.get(code)
    const comparable = name === null ? null : comparableName(name)
    const core = name === null || !someUncoded ? null : coreName(name)
    if (sameCode !== undefined) {
      noteSameCode(draft, sameCode, columns)
      pair(sameCode, '代码相同')
    } else if (comparable !== null) {
      const reason = sameName(
        draft,
        columns,
        byName.get(comparable) ?? [],
        (core === null ? undefined : byCore.get(core)) ?? [],
      )
      if (reason !== null) pair(reason.earlier, reason.reason)
      else {
        const samePhone = phoneTwin(draft, byPhone)
        if (samePhone !== null) pair(samePhone, '没有代码且电话相同')
      }
    }
    if (code !== null && sameCode === undefined) byCode.set(code, draft)
    if (comparable !== null) append(byName, comparable, draft)
    if (core !== null) append(byCore, core, draft)
    const phone = someUncoded ? text(draft.values['enterprise.phone']) : null
    if (phone !== null) append(byPhone, phone, draft)
  }
  return pairs
}

function noteSameCode(draft: RowDraft, earlier: RowDraft, columns: SheetColumns): void {
  noteAt(draft, columns, 'enterprise.code', draft.key ?? '', {
    kind: 'duplicate-code',
    after: rowName(earlier),
  })
  const [name, other] = [text(draft.values['enterprise.name']), text(earlier.values['enterprise.name'])]
  if (name === null || other === null || name === other) return
  if (comparableName(name) === comparableName(other)) {
    noteAt(draft, columns, 'enterprise.name', name, { kind: 'duplicate-name-width', after: rowName(earlier) })
  } else if (!draft.findings.some((finding) => finding.kind === 'renamed')) {
    noteAt(draft, columns, 'enterprise.name', other, { kind: 'renamed', after: name })
  }
}

function sameName(
  draft: RowDraft,
  columns: SheetColumns,
  same: readonly RowDraft[],
  alike: readonly RowDraft[],
): { earlier: RowDraft; reason: string } | null {
  const name = text(draft.values['enterprise.name']) ?? ''
  const say = (kind: FindingKind, earlier: RowDraft, reason: string) => {
    noteAt(draft, columns, 'enterprise.name', name, { kind, after: rowName(earlier) })
    return { earlier, reason }
  }
  const [twin] = same
  if (twin !== undefined) {
    const conflicting =
      draft.key === null ? undefined : same.find((each) => each.key !== null && each.key !== draft.key)
    if (conflicting !== undefined) return say('same-name-different-code', conflicting, '名称相同但代码不同')
    return say('duplicate-name', twin, '名称相同')
  }
  const candidate = alike.find((each) => each.key === null || draft.key === null)
  return candidate === undefined ? null : say('short-name-duplicate', candidate, '名称相近，疑似简称')
}

function phoneTwin(draft: RowDraft, byPhone: ReadonlyMap<string, readonly RowDraft[]>): RowDraft | null {
  const phone = text(draft.values['enterprise.phone'])
  if (phone === null) return null
  return byPhone.get(phone)?.find((each) => each.key === null || draft.key === null) ?? null
}

function append(index: Map<string, RowDraft[]>, key: string, draft: RowDraft): void {
  const list = index.get(key)
  if (list === undefined) index.set(key, [draft])
  else list.push(draft)
}
