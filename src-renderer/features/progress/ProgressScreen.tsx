import { Button, SegmentedControl } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { computeIndicators } from '#shared/indicators/compute-indicators.ts'
import { isRunning, lastFinishedQuarter } from '#shared/indicators/finished-quarter.ts'
import type { ReportPeriod } from '#shared/indicators/indicator.ts'
import { DRAFT_TARGETS, planInForce } from '#shared/indicators/plan-in-force.ts'
import { planTargets } from '#shared/indicators/plan-targets.ts'
import { periodOf, periodTitle, QUARTERS, quarterName } from '#shared/indicators/report-period.ts'
import { today } from '../../platform/today.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Status } from '../../ui/Status.tsx'
import { PLAN_PACK } from '../../workspace/plan-pack.ts'
import { useRecords } from '../../workspace/use-workspace.ts'
import { ContributionPanel, type OpenMeasure } from './ContributionPanel.tsx'
import styles from './Progress.module.css'
import { ProgressTable } from './ProgressTable.tsx'
import { progressRows } from './progress-view.ts'

/** 进度: every indicator of the quarter against its target; each number opens the records behind it. */
export function ProgressScreen() {
  const records = useRecords()
  const year = useScreenState((state) => state.year)
  const [chosen, setChosen] = useState<ReportPeriod | null>(null)
  const [open, setOpen] = useState<OpenMeasure | null>(null)
  const day = today()
  const period = useMemo(
    () => (chosen?.year === year ? chosen : periodOf(year, lastFinishedQuarter(year, day))),
    [chosen, year, day],
  )
  const results = useMemo(
    () => computeIndicators(records, PLAN_PACK, period, planTargets(records, year)),
    [records, period, year],
  )
  const isDraft = planInForce(records, year)?.isDraft === true
  const hasList = records.of('participation').some((row) => row.year === year)
  const opened = open === null ? undefined : results.find((result) => result.id === open.indicator)

  return (
    <Page
      title="进度"
      aside={<span className={styles.period}>{periodTitle(period)}</span>}
      toolbar={
        <>
          {hasList && isDraft ? <Status tone="waiting" word={DRAFT_TARGETS} /> : null}
          {isRunning(period, day) ? <Status tone="waiting" word={`本季未结束，截至 ${day}`} /> : null}
          <SegmentedControl
            size="xs"
            aria-label="季度"
            value={String(period.quarter)}
            data={QUARTERS.map((each) => ({ value: String(each), label: quarterName(each) }))}
            onChange={(value) => {
              const picked = QUARTERS.find((each) => String(each) === value)
              if (picked !== undefined) setChosen(periodOf(year, picked))
            }}
          />
        </>
      }
      panel={
        open === null || opened === undefined ? null : (
          <ContributionPanel
            key={`${open.indicator} ${open.span} ${open.group}`}
            result={opened}
            open={open}
            period={period}
            onSpan={(span) => setOpen({ ...open, span, group: null })}
            onClose={() => setOpen(null)}
          />
        )
      }
    >
      {hasList ? (
        <ProgressTable rows={progressRows(results, PLAN_PACK)} period={period} open={open} onOpen={setOpen} />
      ) : (
        <NoList year={year} />
      )}
    </Page>
  )
}

function NoList({ year }: { year: number }) {
  const goTo = useScreenState((state) => state.goTo)
  return (
    <EmptyState
      icon={IconListCheck}
      title={`${year}年还没有参与企业名单`}
      next="进度按年度名单统计。请先在“企业”中导入名单，或把企业列入本年名单；也可以在右上角换一个年度。"
    >
      <Button onClick={() => goTo('enterprises', { tab: 'list' })}>去“企业”</Button>
    </EmptyState>
  )
}
