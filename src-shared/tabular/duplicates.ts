import type { CleanedSheet, Subject } from './cleaned.ts'
import type { FindingKind } from './finding-kinds.ts'
import { comparableName, coreName } from './firm-names.ts'
import { type FirmIdentity, FirmTwins, TWIN_WORDS, type TwinKind } from './firm-twins.ts'
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

/** One rule with 疑似重复 of the register (firm-twins.ts). */
function sameFirms(drafts: readonly RowDraft[], columns: SheetColumns): Pairs {
  const twins = new FirmTwins<RowDraft>()
  const pairs: Pairs = []
  // Short names only matter where some row has no code to tell.
  const someUncoded = drafts.some((draft) => draft.key === null)
  for (const draft of drafts) {
    const identity = identityOf(draft, someUncoded)
    const found = twins.find(identity)
    if (found !== null) {
      const { twin, kind } = found
      if (kind === 'code') noteSameCode(draft, twin, columns)
      else noteSameName(draft, twin, kind, columns)
      pairs.push({ rows: [twin.row + 1, draft.row + 1], reason: TWIN_WORDS[kind] })
    }
    twins.add(draft, identity)
  }
  return pairs
}

function identityOf(draft: RowDraft, withShortName: boolean): FirmIdentity {
  const name = text(draft.values['enterprise.name'])
  return {
    code: draft.key,
    name: name === null ? null : comparableName(name),
    formerNames: [],
    core: name === null || !withShortName ? null : coreName(name),
    phone: text(draft.values['enterprise.phone']),
  }
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

const NAME_FINDINGS: { readonly [K in TwinKind]?: FindingKind } = {
  'name-other-code': 'same-name-different-code',
  name: 'duplicate-name',
  'short-name': 'short-name-duplicate',
}

function noteSameName(draft: RowDraft, twin: RowDraft, twinKind: TwinKind, columns: SheetColumns): void {
  const kind = NAME_FINDINGS[twinKind]
  if (kind === undefined) return
  const name = text(draft.values['enterprise.name']) ?? ''
  noteAt(draft, columns, 'enterprise.name', name, { kind, after: rowName(twin) })
}
