import { parsePatentNumber } from '#shared/codes/patent-number.ts'
import type { EditDraft, FieldValue } from '#shared/edits/edit.ts'
import { type FieldChanges, setFields } from '#shared/edits/operations.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import { fieldOf } from '#shared/records/dictionary.ts'
import { PATENT_STATES } from '#shared/records/patent.ts'
import type { Result } from '#shared/result.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { patentName } from './patent-name.ts'

const BEFORE_GRANT: ReadonlySet<string> = new Set(PATENT_STATES.slice(0, PATENT_STATES.indexOf('授权')))

/**
 * Sets one field of a patent; null empties it. A 申请号 is stored in its canonical spelling and fills an empty
 * 专利类型; a 授权公告日 makes a pending application granted. What is implied is named in the title.
 */
export function editPatent(
  workspace: Workspace,
  id: string,
  field: string,
  value: FieldValue,
): Promise<Result<EditDraft, AppError>> {
  const name = patentName(workspace.records, id)
  const { title } = fieldOf('patent', field)
  const implied = impliedChanges(workspace, id, field, value)
  return workspace.commit({
    ops: [
      { record: 'patent', id, set: { [field]: canonical(field, value) } },
      ...(implied === null ? [] : [setFields('patent', id, implied.changes)]),
    ],
    why: { kind: 'typed' },
    title: `修改 ${name} 的${title}${implied === null ? '' : `（${implied.words}）`}`,
  })
}

function canonical(field: string, value: FieldValue): FieldValue {
  if (field !== 'applicationNo' || typeof value !== 'string') return value
  const parsed = parsePatentNumber(value)
  return parsed?.form === 'application' ? parsed.number : value
}

function impliedChanges(
  workspace: Workspace,
  id: string,
  field: string,
  value: FieldValue,
): { readonly changes: FieldChanges<'patent'>; readonly words: string } | null {
  const patent = workspace.records.get('patent', id)
  if (typeof value !== 'string' || patent === undefined) return null
  if (field === 'grantedOn' && (patent.status === undefined || BEFORE_GRANT.has(patent.status))) {
    return { changes: { status: '授权' }, words: '状态改为授权' }
  }
  if (field === 'applicationNo' && patent.kind === undefined) {
    const parsed = parsePatentNumber(value)
    if (parsed?.form === 'application' && parsed.checkDigit !== 'wrong') {
      return { changes: { kind: parsed.kind }, words: `类型为${parsed.kind}` }
    }
  }
  return null
}
