import { patentNumberRefusal } from '#shared/codes/patent-number-refusal.ts'
import type { FieldValue } from '#shared/edits/edit.ts'
import { ACQUISITIONS } from '#shared/records/patent.ts'
import { err, type Result } from '#shared/result.ts'
import { told } from '../../ui/told.ts'
import { editPatent } from '../../use-cases/patent-edit.ts'
import { patentWithNumber } from '../../use-cases/patent-number-twin.ts'
import { ownersInOrder, setAcquisition } from '../../use-cases/patent-owners.ts'
import type { Workspace } from '../../workspace/workspace.ts'

/** 取得方式 from the cell: only where exactly one owner is a firm of ours. */
async function saveAcquisition(
  workspace: Workspace,
  id: string,
  value: FieldValue,
): Promise<Result<unknown, { readonly message: string }>> {
  const { records } = workspace
  const ours = ownersInOrder(records.get('patent', id)?.owners).filter(
    ({ owner }) =>
      owner.enterprise !== undefined && records.get('enterprise', owner.enterprise) !== undefined,
  )
  const [only, ...others] = ours
  if (only === undefined) return err({ message: '专利权人中没有名录内企业，请先在侧栏选择企业' })
  if (others.length > 0) {
    return err({ message: `有 ${ours.length} 家名录内企业，请在侧栏分别填写取得方式` })
  }
  return told(
    setAcquisition(
      workspace,
      id,
      only,
      ACQUISITIONS.find((each) => each === value),
    ),
  )
}

/** Saves one field from the cell or the form; another kind of number, or one already registered, is refused in words. */
export async function savePatentField(
  workspace: Workspace,
  id: string,
  field: string,
  value: FieldValue,
): Promise<Result<unknown, { readonly message: string }>> {
  if (field === 'acquisition') return saveAcquisition(workspace, id, value)
  if (field === 'applicationNo' && typeof value === 'string') {
    const refusal = patentNumberRefusal(value)
    if (refusal !== null) return err({ message: refusal })
    const twin = patentWithNumber(workspace.records, value, id)
    if (twin !== undefined) return err({ message: `这个申请号已登记：${twin.title ?? '未填名称'}` })
  }
  return told(editPatent(workspace, id, field, value))
}
