import type { FieldValue } from '#shared/edits/edit.ts'
import { err, type Result } from '#shared/result.ts'
import { told } from '../../ui/told.ts'
import { editPatent } from '../../use-cases/patent-edit.ts'
import { patentWithNumber } from '../../use-cases/patent-number-twin.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { numberRefusal } from './patent-number-words.ts'

/** Saves one field from the cell or the form; another kind of number, or one already registered, is refused in words. */
export async function savePatentField(
  workspace: Workspace,
  id: string,
  field: string,
  value: FieldValue,
): Promise<Result<unknown, { readonly message: string }>> {
  if (field === 'applicationNo' && typeof value === 'string') {
    const refusal = numberRefusal(value)
    if (refusal !== null) return err({ message: refusal })
    const twin = patentWithNumber(workspace.records, value, id)
    if (twin !== undefined) return err({ message: `这个申请号已登记:${twin.title ?? '未填名称'}` })
  }
  return told(editPatent(workspace, id, field, value))
}
