import { create } from 'zustand'
import type { HandoverDone } from '../../use-cases/report-hand-over.ts'
import type { StepId } from './report-steps.ts'

/** What was chosen for one period and is in no record. */
export interface PeriodDraft {
  readonly contacts: 'included' | 'omitted'
  /** 修改重报 was asked for: the report in force is to be superseded. */
  readonly again: boolean
}

const NOTHING: PeriodDraft = { contacts: 'omitted', again: false }

interface ReportDrafts {
  readonly period: string | null
  readonly step: StepId | 'earlier'
  readonly drafts: Readonly<Record<string, PeriodDraft>>
  /** 报送材料 written since the program was opened, by identity of the signed file. */
  readonly handedOver: Readonly<Record<string, HandoverDone>>
  choosePeriod(period: string): void
  show(step: StepId | 'earlier'): void
  change(period: string, change: Partial<PeriodDraft>): void
  keepHandover(identity: string, done: HandoverDone): void
}

/** Survives leaving the screen, so that the place is kept when a finding is looked at. */
export const useReportDrafts = create<ReportDrafts>((set) => ({
  period: null,
  step: 'check',
  drafts: {},
  handedOver: {},
  choosePeriod: (period) => set({ period }),
  show: (step) => set({ step }),
  change: (period, change) =>
    set(({ drafts }) => ({
      drafts: { ...drafts, [period]: { ...(drafts[period] ?? NOTHING), ...change } },
    })),
  keepHandover: (identity, done) =>
    set(({ handedOver }) => ({ handedOver: { ...handedOver, [identity]: done } })),
}))

export const draftOf = (drafts: ReportDrafts['drafts'], period: string): PeriodDraft =>
  drafts[period] ?? NOTHING
