import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import { IconClipboardList } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { DRAFT_TARGETS, planInForce } from '#shared/indicators/plan-in-force.ts'
import { fieldsOf, type Row } from '#shared/records/dictionary.ts'
import { newId } from '../../platform/new-id.ts'
import { today } from '../../platform/today.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { useFormConflicts } from '../../state/use-conflict-marks.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { RecordForm } from '../../ui/record-form/RecordForm.tsx'
import { Status } from '../../ui/Status.tsx'
import { tellFailure } from '../../ui/tell-failure.ts'
import { told } from '../../ui/told.ts'
import { createPlan } from '../../use-cases/plan-create.ts'
import { editPlan, restorePlan, voidPlan } from '../../use-cases/plan-edit.ts'
import { PLAN_PACK } from '../../workspace/plan-pack.ts'
import { useRecords, useWorkspace } from '../../workspace/use-workspace.ts'
import { MeasuresGrid } from './MeasuresGrid.tsx'
import { measureRows, measuresOverview } from './measure-rows.ts'
import styles from './Plan.module.css'
import { TargetsGrid } from './TargetsGrid.tsx'

const MARKED = { $void: 'title', targets: 'title', measures: 'title' }
const LISTS: ReadonlySet<string> = new Set(['targets', 'measures'])
const FIELDS = [...fieldsOf('plan').values()].filter((field) => !LISTS.has(field.name))

/** 实施方案: the county's plan document with its targets and measures. */
export function PlanScreen() {
  const records = useRecords()
  const target = useScreenState((state) => state.target)
  const [opened, setOpened] = useState<string | null>(target?.open ?? null)
  const plans = records.of('plan')
  const year = useScreenState((state) => state.year)
  const inForce = planInForce(records, year)
  const plan = plans.find((each) => each.id === opened) ?? inForce?.plan ?? plans.at(-1)
  if (plan === undefined) return <NoPlan />
  const isDraft = inForce?.isDraft === true && inForce.plan.id === plan.id
  return <PlanPage key={plan.id} plan={plan} plans={plans} isDraft={isDraft} onOpen={setOpened} />
}

interface PlanPageProps {
  readonly plan: Row<'plan'>
  readonly plans: readonly Row<'plan'>[]
  /** The targets count although the plan is not issued. */
  readonly isDraft: boolean
  readonly onOpen: (id: string) => void
}

function PlanPage({ plan, plans, isDraft, onOpen }: PlanPageProps) {
  const workspace = useWorkspace()
  const density = useScreenState((state) => state.rowDensity)
  const target = useScreenState((state) => state.target)
  const [tab, setTab] = useState(target?.tab === 'measures' ? 'measures' : 'targets')
  const [voiding, setVoiding] = useState(false)
  const inConflict = useFormConflicts('plan', plan.id, MARKED)
  const day = today()
  const rows = useMemo(() => measureRows(plan.measures, day), [plan.measures, day])
  const overdue = rows.some((row) => row.overdue)

  return (
    <Page
      title="实施方案"
      aside={<Status tone={overdue ? 'warn' : 'note'} word={measuresOverview(rows)} quiet />}
      toolbar={<PlanTools plan={plan} plans={plans} onOpen={onOpen} onVoid={() => setVoiding(true)} />}
    >
      <div className={styles.columns}>
        <div className={styles.document}>
          <h2 className={styles.documentTitle}>{plan.title ?? '未填方案名称'}</h2>
          {isDraft ? <Status tone="waiting" word={DRAFT_TARGETS} quiet /> : null}
          <RecordForm
            label="实施方案"
            fields={FIELDS}
            values={plan}
            {...inConflict}
            onSave={(field, value) => told(editPlan(workspace, plan.id, field.name, value))}
          />
        </div>
        <div className={styles.work}>
          <SegmentedControl
            className={styles.tabs ?? ''}
            size="xs"
            aria-label="方案内容"
            value={tab}
            onChange={setTab}
            data={[
              { value: 'targets', label: `目标分解 ${Object.keys(plan.targets ?? {}).length}` },
              { value: 'measures', label: `工作举措 ${rows.length}` },
            ]}
          />
          {tab === 'targets' ? (
            <TargetsGrid plan={plan} density={density} />
          ) : (
            <MeasuresGrid plan={plan} rows={rows} density={density} />
          )}
        </div>
      </div>
      {voiding ? (
        <ReasonDialog
          title="作废实施方案"
          explanation="作废用于录错的方案，其目标不再使用，可以撤销。方案停止执行的，请把方案状态改为“废止”。"
          reasonLabel="作废原因"
          stockReasons={['重复录入', '录入有误']}
          confirm="作废"
          onConfirm={(reason) => voidPlan(workspace, plan.id, reason)}
          onClose={() => setVoiding(false)}
        />
      ) : null}
    </Page>
  )
}

interface PlanToolsProps extends Omit<PlanPageProps, 'isDraft'> {
  readonly onVoid: () => void
}

function PlanTools({ plan, plans, onOpen, onVoid }: PlanToolsProps) {
  const workspace = useWorkspace()
  async function create() {
    const creating = createPlan(workspace, newId, PLAN_PACK)
    tellFailure(creating)
    const created = await creating
    if (created.ok) onOpen(created.value)
  }
  return (
    <>
      {plans.length < 2 ? null : (
        <NativeSelect
          size="xs"
          aria-label="选择方案"
          value={plan.id}
          data={plans.map((each) => ({
            value: each.id,
            label: `${each.title ?? '未命名'}（${each.state ?? '—'}）`,
          }))}
          onChange={(event) => onOpen(event.currentTarget.value)}
        />
      )}
      <Button variant="default" onClick={onVoid}>
        作废
      </Button>
      <Button variant="default" onClick={() => void create()}>
        再建一份方案
      </Button>
    </>
  )
}

function NoPlan() {
  const workspace = useWorkspace()
  const voided = useRecords()
    .all('plan')
    .filter((stored) => stored.voided !== null)
    .at(-1)
  return (
    <Page title="实施方案">
      <EmptyState
        icon={IconClipboardList}
        title="还没有实施方案"
        next="通知要求各县市区制定本区域实施方案。新建后填写文号、目标分解和工作举措；进度和报表中的全年目标取自这里。"
      >
        <Button onClick={() => tellFailure(createPlan(workspace, newId, PLAN_PACK))}>新建实施方案</Button>
        {voided === undefined ? null : (
          <Button variant="default" onClick={() => tellFailure(restorePlan(workspace, voided.id))}>
            恢复已作废的方案
          </Button>
        )}
      </EmptyState>
    </Page>
  )
}
