import type { Row } from '#shared/records/dictionary.ts'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { voidActivities } from '../../use-cases/activity-edits.ts'
import { useWorkspace } from '../../workspace/use-workspace.ts'

export interface VoidActivitiesDialogProps {
  readonly activities: readonly Row<'activity'>[]
  readonly onClose: () => void
}

/** 作废 of activities entered by mistake. */
export function VoidActivitiesDialog({ activities, onClose }: VoidActivitiesDialogProps) {
  const workspace = useWorkspace()
  const [only, ...more] = activities
  const what = more.length === 0 ? `“${only?.name ?? '未命名活动'}”` : `这 ${activities.length} 条服务活动`
  return (
    <ReasonDialog
      title="作废服务活动"
      explanation={`${what}将不再计入任何统计。可在“已作废”中恢复。`}
      reasonLabel="作废原因"
      stockReasons={['重复登记', '录入错误', '活动取消']}
      confirm="作废"
      onConfirm={(reason) => voidActivities(workspace, activities, reason)}
      onClose={onClose}
    />
  )
}
