import { Button } from '@mantine/core'
import { IconBan } from '@tabler/icons-react'
import type { FieldValue } from '#shared/edits/edit.ts'
import type { DictionaryField, Row } from '#shared/records/dictionary.ts'
import { openCellHistory, openHistory } from '../../state/history-place.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { useFormConflicts } from '../../state/use-conflict-marks.ts'
import { Panel } from '../../ui/Panel.tsx'
import { RecordForm } from '../../ui/record-form/RecordForm.tsx'
import { told } from '../../ui/told.ts'
import { changeActivity } from '../../use-cases/activity-edits.ts'
import { useWorkspace } from '../../workspace/use-workspace.ts'
import { activityFormFields } from './activity-columns.ts'
import { ParticipantsEditor } from './ParticipantsEditor.tsx'

export interface ActivityPanelProps {
  readonly activity: Row<'activity'>
  readonly onClose: () => void
  readonly onVoid: () => void
}

/** One activity: its fields, and in their midst whom it served. */
export function ActivityPanel({ activity, onClose, onVoid }: ActivityPanelProps) {
  const workspace = useWorkspace()
  const target = useScreenState((state) => state.target)
  const { before, after } = activityFormFields(activity.category)
  const save = (field: DictionaryField, value: FieldValue) =>
    told(changeActivity(workspace, activity, field.name, value))
  const named = activity.name !== undefined
  const focus =
    target?.open === activity.id
      ? target.field
      : named
        ? undefined
        : activity.date === undefined
          ? 'date'
          : 'name'
  const onHistory = (field: DictionaryField) => openCellHistory('activity', activity.id, field.name)
  const inConflict = useFormConflicts('activity', activity.id)
  const form = {
    values: activity,
    onSave: save,
    onHistory,
    ...inConflict,
    ...(focus === undefined ? {} : { focus }),
  }

  return (
    <Panel
      title={activity.name ?? '新增服务活动'}
      subtitle={[activity.number, activity.date].filter((part) => part !== undefined).join('  ')}
      onClose={onClose}
      footer={
        <>
          <Button
            variant="default"
            leftSection={<IconBan size={18} stroke={1.6} aria-hidden />}
            onClick={onVoid}
          >
            作废
          </Button>
          <Button variant="default" onClick={() => openHistory('activity', activity.id)}>
            历史
          </Button>
        </>
      }
    >
      <RecordForm {...form} label="活动" fields={before} />
      <ParticipantsEditor activity={activity} />
      <RecordForm {...form} label="活动详情" fields={after} />
    </Panel>
  )
}
