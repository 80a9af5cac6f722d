import { periodTitle } from '#shared/bundle/handover.ts'
import { KIND_TITLES, type Manifest } from '#shared/bundle/manifest.ts'
import { ROLE_TITLES } from '#shared/bundle/public-key.ts'
import {
  OUTCOME_TITLES,
  type Outcome,
  type SignatureFinding,
  STEP_TITLES,
  STEPS,
  type Verdict,
} from '#shared/bundle/verdict.ts'
import { unitByCode } from '#shared/codes/reporting-units.ts'
import { COUNTED_RECORDS } from '#shared/report/counted-records.ts'
import type { StatusTone } from '../../ui/Status.tsx'

export const OUTCOME_TONES: { readonly [O in Outcome]: StatusTone } = {
  accepted: 'good',
  repeated: 'good',
  'awaiting-countersignature': 'warn',
  'pending-enrolment': 'warn',
  quarantined: 'warn',
  rejected: 'bad',
}

export const unitName = (code: string): string => unitByCode(code)?.name ?? code

/** The verdict in one or two sentences: what it is, whether it is whole, and what follows. */
export function verdictSentence({ outcome, manifest }: Verdict): string {
  if (manifest === null) return '读不出这份文件的内容，不能采用。'
  return `${subjectOf(manifest)}，${CONCLUSIONS[outcome]}`
}

const CONCLUSIONS: { readonly [O in Outcome]: string } = {
  accepted: '内容完整，没有被改动，签名人身份相符。',
  repeated: '内容完整，与上一份是同一文件，不用重复处理。',
  'awaiting-countersignature': '内容完整，还缺签名，补签后才能受理。',
  'pending-enrolment': '内容完整，签名人还没有登记，凭盖章的登记表核对后才能受理。',
  quarantined: '内容完整，但与已有文件的次序对不上，先核实再受理。',
  rejected: '不能采用，原因见下。',
}

/** 平江县 2021年三季度 报送第 1 号文件. */
export function subjectOf(manifest: Pick<Manifest, 'from' | 'period' | 'kind' | 'seq'>): string {
  const period = manifest.period === null ? '' : periodTitle(manifest.period)
  return `${unitName(manifest.from)}${period}${KIND_TITLES[manifest.kind]}第 ${manifest.seq} 号文件`
}

export interface CheckLine {
  readonly title: string
  readonly tone: StatusTone
  readonly word: string
  readonly message: string
  /** What to do where something is wrong; each said once. */
  readonly advice: readonly string[]
}

/** One line for each step of reading, also for those that were not reached. */
export function checkLines(verdict: Verdict): readonly CheckLine[] {
  return STEPS.map((step) => {
    const done = verdict.steps.find((each) => each.step === step)
    const title = STEP_TITLES[step]
    if (done === undefined) {
      return { title, tone: 'waiting', word: '没有检查', message: '前面的检查没有通过', advice: [] }
    }
    const isFatal = verdict.outcome === 'rejected' && done === verdict.steps.at(-1)
    return {
      title,
      tone: done.ok ? 'good' : isFatal ? 'bad' : 'warn',
      word: done.ok ? '通过' : isFatal ? '不通过' : '需处理',
      message: done.message,
      advice: [...new Set(done.problems.map((problem) => problem.advice))],
    }
  })
}

const STATE_WORDS: { readonly [S in SignatureFinding['state']]: readonly [StatusTone, string] } = {
  valid: ['good', '有效'],
  unknown: ['warn', '未登记'],
  bad: ['bad', '与内容不符'],
  foreign: ['bad', '不属于该单位'],
  revoked: ['bad', '密钥已停用'],
  'wrong-role': ['bad', '身份不符'],
}

export interface SignatureLine {
  readonly key: string
  readonly person: string
  readonly role: string
  readonly signedAt: string
  readonly tone: StatusTone
  readonly word: string
}

/** Who signed as what and when, by this PC's clock zone given as minutes east of UTC. */
export function signatureLines(
  signatures: readonly SignatureFinding[],
  minutesEast: number,
): readonly SignatureLine[] {
  return signatures.map(({ kid, person, role, signedAt, state }, at) => {
    const [tone, word] = STATE_WORDS[state]
    return {
      key: `${kid} ${at}`,
      person,
      role: ROLE_TITLES[role],
      signedAt: localTime(signedAt, minutesEast),
      tone,
      word,
    }
  })
}

/** 2021-10-08 09:30. */
export function localTime(instant: string, minutesEast: number): string {
  const at = Date.parse(instant)
  if (Number.isNaN(at)) return instant
  return new Date(at + minutesEast * 60_000).toISOString().slice(0, 16).replace('T', ' ')
}

/** 企业 120 家、年度名单 120 家… */
export function countsText(counts: Manifest['counts']): string {
  const known = COUNTED_RECORDS.filter(({ type }) => counts[type] !== undefined)
  return known.map(({ type, title, measure }) => `${title} ${counts[type]} ${measure}`).join('、') || '—'
}

export const outcomeTitle = (outcome: Outcome): string => OUTCOME_TITLES[outcome]
