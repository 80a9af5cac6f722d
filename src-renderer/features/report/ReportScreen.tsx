import { Button, SegmentedControl } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useMemo } from 'react'
import { lastFinishedQuarter } from '#shared/indicators/finished-quarter.ts'
import type { ReportPeriod } from '#shared/indicators/indicator.ts'
import {
  periodOf,
  periodTitle,
  QUARTERS,
  quarterName,
  reportPeriod,
} from '#shared/indicators/report-period.ts'
import { dueDate } from '#shared/pack/due-date.ts'
import { PROFILE_ID, type Profile } from '#shared/records/profile.ts'
import { checkList } from '#shared/report/check-list.ts'
import { quarterSet } from '#shared/report/quarter-set.ts'
import { reasonsOf } from '#shared/report/report-notes.ts'
import { draftWatermark } from '#shared/sheets/watermark.ts'
import { today } from '../../platform/today.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Status } from '../../ui/Status.tsx'
import { trialMark } from '../../use-cases/print-forms.ts'
import { standingReport } from '../../use-cases/report-standing.ts'
import { PLAN_PACK } from '../../workspace/plan-pack.ts'
import { useRecords } from '../../workspace/use-workspace.ts'
import { ChainWarning } from './ChainWarning.tsx'
import { CheckStep } from './CheckStep.tsx'
import { DraftStep } from './DraftStep.tsx'
import { EarlierReports } from './EarlierReports.tsx'
import { HandoverStep } from './HandoverStep.tsx'
import { RegisterStep } from './RegisterStep.tsx'
import styles from './Report.module.css'
import { draftOf, useReportDrafts } from './report-draft.ts'
import { stepStates } from './report-steps.ts'
import { SignStep } from './SignStep.tsx'
import { StepList } from './StepList.tsx'
import { useSigningFiles } from './use-signing-files.ts'

/** 报送: from the check list to 报送登记, one quarter at a time. */
export function ReportScreen() {
  const profile = useRecords().get('profile', PROFILE_ID)
  const goTo = useScreenState((state) => state.goTo)
  if (profile !== undefined) return <QuarterReport profile={profile} />
  return (
    <Page title="报送">
      <EmptyState
        icon={IconSend}
        title="还没有本单位档案"
        next="报送文件要写明填报单位和填报人。请先到“设置”填写。"
      >
        <Button onClick={() => goTo('settings')}>去“设置”</Button>
      </EmptyState>
    </Page>
  )
}

function QuarterReport({ profile }: { profile: Profile }) {
  const records = useRecords()
  const period = usePeriod()
  const { step, drafts, handedOver, show } = useReportDrafts()
  const draft = draftOf(drafts, period.id)
  const files = useSigningFiles()
  const day = today()
  const set = useMemo(() => {
    const watermark = draftWatermark(trialMark(profile, PLAN_PACK))
    return quarterSet(records, PLAN_PACK, period, { profile, today: day, watermark, code: null })
  }, [records, period, profile, day])
  const findings = useMemo(() => checkList(records, PLAN_PACK, period, set.results), [records, period, set])
  const inForce = standingReport(records.of('submission'), period.id)
  const standing = draft.again && inForce?.state === '已报送' ? null : inForce
  const reasons = useMemo(() => reasonsOf(records.of('reportNote'), period.id), [records, period])
  const done = standing?.identity === undefined ? undefined : handedOver[standing.identity]
  const states = stepStates({ findings, reasons, standing, handedOver: done !== undefined })
  const file = files.outbox.find((entry) => entry.identity === standing?.identity)

  return (
    <Page
      title="报送"
      aside={
        <>
          <span className={styles.period}>{periodTitle(period)}</span>
          <ChainWarning />
        </>
      }
      toolbar={<PeriodSwitch period={period} day={day} sent={inForce?.state === '已报送'} />}
    >
      <div className={styles.screen}>
        <StepList states={states} current={step} onShow={show} />
        <div className={styles.content}>
          {step === 'check' ? <CheckStep period={period} findings={findings} reasons={reasons} /> : null}
          {step === 'draft' ? <DraftStep sheets={set.sheets} period={period} profile={profile} /> : null}
          {step === 'sign' ? (
            <SignStep
              key={`${period.id} ${standing?.id}`}
              profile={profile}
              period={period}
              findings={findings}
              results={set.results}
              reasons={reasons}
              draft={draft}
              standing={standing}
              replaced={standing === null ? inForce : null}
              file={file}
              files={files}
            />
          ) : null}
          {step === 'handover' ? (
            <HandoverStep
              key={standing?.id ?? ''}
              profile={profile}
              period={period}
              standing={standing}
              file={file}
              done={done}
            />
          ) : null}
          {step === 'register' ? (
            <RegisterStep key={standing?.id ?? ''} standing={standing} day={day} />
          ) : null}
          {step === 'earlier' ? <EarlierReports files={files} unit={profile.unit ?? ''} /> : null}
        </div>
      </div>
    </Page>
  )
}

/** The chosen quarter of the year in the title bar; the last finished one until one is chosen. */
function usePeriod(): ReportPeriod {
  const year = useScreenState((state) => state.year)
  const chosen = useReportDrafts((state) => state.period)
  const day = today()
  return useMemo(() => {
    const period = chosen === null ? null : reportPeriod(chosen)
    return period?.year === year ? period : periodOf(year, lastFinishedQuarter(year, day))
  }, [chosen, year, day])
}

function PeriodSwitch({ period, day, sent }: { period: ReportPeriod; day: string; sent: boolean }) {
  const choosePeriod = useReportDrafts((state) => state.choosePeriod)
  const kind = PLAN_PACK.reports.find((report) => report.id === 'quarterly')
  const due = kind === undefined ? null : dueDate(kind, period.cumulative)
  const late = due !== null && !sent && day > due
  return (
    <>
      {due === null ? null : (
        <Status
          tone={sent ? 'good' : late ? 'warn' : 'waiting'}
          word={sent ? '本期已报送' : late ? `截止日期 ${due}，已过期` : `请于 ${due} 前报送`}
        />
      )}
      <SegmentedControl
        size="xs"
        aria-label="季度"
        value={String(period.quarter)}
        data={QUARTERS.map((each) => ({ value: String(each), label: quarterName(each) }))}
        onChange={(value) => {
          const picked = QUARTERS.find((each) => String(each) === value)
          if (picked !== undefined) choosePeriod(periodOf(period.year, picked).id)
        }}
      />
    </>
  )
}
