import type { Override } from '#shared/bundle/report-body.ts'
import type { Row } from '#shared/records/dictionary.ts'
import type { CheckFinding } from '#shared/report/check-list.ts'
import type { Reasons } from '#shared/report/report-notes.ts'
import type { StatusTone } from '../../ui/Status.tsx'

export const STEPS = ['check', 'draft', 'sign', 'handover', 'register'] as const
export type StepId = (typeof STEPS)[number]

export const STEP_TITLES: { readonly [S in StepId]: string } = {
  check: '检查清单',
  draft: '送审稿',
  sign: '定稿签名',
  handover: '输出报送材料',
  register: '报送登记',
}

export interface StepState {
  readonly tone: StatusTone
  readonly word: string
}

export interface ReportFacts {
  readonly findings: readonly CheckFinding[]
  readonly reasons: Reasons
  /** 定稿 or 报送 in force for the period. */
  readonly standing: Row<'submission'> | null
  /** 报送材料 written since the program was opened. */
  readonly handedOver: boolean
}

/** Where each step stands, in a word. */
export function stepStates(facts: ReportFacts): { readonly [S in StepId]: StepState } {
  const { standing } = facts
  const sent = standing?.state === '已报送'
  return {
    check: checkState(facts),
    draft: { tone: 'note', word: '随时可印' },
    sign: standing === null ? { tone: 'waiting', word: '未定稿' } : { tone: 'good', word: '已定稿' },
    handover: handoverState(standing === null, facts.handedOver || sent),
    register: sent ? { tone: 'good', word: '已登记' } : { tone: 'waiting', word: '未登记' },
  }
}

function checkState({ findings, reasons }: ReportFacts): StepState {
  const blocking = findings.filter((finding) => finding.severity === 'blocking').length
  if (blocking > 0) return { tone: 'bad', word: `${blocking} 项必须处理` }
  const open = unexplained(findings, reasons)
  return open > 0 ? { tone: 'warn', word: `${open} 项待说明` } : { tone: 'good', word: '可以报送' }
}

function handoverState(nothingSigned: boolean, done: boolean): StepState {
  if (nothingSigned) return { tone: 'waiting', word: '先定稿' }
  return done ? { tone: 'good', word: '已输出' } : { tone: 'waiting', word: '未输出' }
}

/** Names a finding whatever its count is today, so that a typed reason stays with it. */
export function findingKey({ subject }: CheckFinding): string {
  return subject
}

/** Warnings that have no reason yet. */
export function unexplained(findings: readonly CheckFinding[], reasons: Reasons): number {
  return findings.filter((finding) => finding.severity === 'warning' && reasonOf(finding, reasons) === '')
    .length
}

export function reasonOf(finding: CheckFinding, reasons: Reasons): string {
  return (reasons[findingKey(finding)] ?? '').trim()
}

/** The reasons as they travel in the body: `check:<subject>` with what the check said. */
export function reasonOverrides(findings: readonly CheckFinding[], reasons: Reasons): readonly Override[] {
  return findings.flatMap((finding) => {
    const reason = reasonOf(finding, reasons)
    if (finding.severity === 'blocking' || reason === '') return []
    const subject = `check:${findingKey(finding)}`.slice(0, 120)
    return [{ subject, computed: finding.message.slice(0, 60), stated: null, reason: reason.slice(0, 500) }]
  })
}

/** Why nothing can be signed yet; null when it can. */
export function signingObstacle(findings: readonly CheckFinding[], reasons: Reasons): string | null {
  const state = checkState({ findings, reasons, standing: null, handedOver: false })
  return state.tone === 'good' ? null : `检查清单里还有 ${state.word}`
}
