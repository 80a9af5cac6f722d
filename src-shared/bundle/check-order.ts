import type { AppError } from '../errors/app-error.ts'
import { unitTitle } from './check-signers.ts'
import { periodTitle } from './handover.ts'
import { type Identity, KIND_TITLES, type Kind, type Manifest } from './manifest.ts'
import type { Flag } from './verdict.ts'

/** What the reader is waiting for; absent means anything. */
export interface Expected {
  readonly to?: string
  readonly kind?: Kind
  readonly period?: string
}

export interface PreviousFile {
  readonly manifest: Manifest
  readonly identity: Identity
  readonly signatures: number
}

export interface OrderCheck {
  readonly standing: 'next' | 'repeated' | 'fork' | 'refused'
  readonly problems: readonly AppError[]
  readonly flags: readonly Flag[]
}

/** Addressee, kind and period against what the reader waits for. */
export function expectationProblems(manifest: Manifest, expected: Expected): AppError[] {
  const problems: AppError[] = []
  if (expected.to !== undefined && manifest.to !== expected.to)
    problems.push({ code: 'bundle.addressee', to: unitTitle(manifest.to) })
  if (expected.kind !== undefined && manifest.kind !== expected.kind)
    problems.push({ code: 'bundle.kind-unexpected', kind: KIND_TITLES[manifest.kind] })
  if (expected.period !== undefined && manifest.period !== expected.period) {
    const period = manifest.period === null ? '无' : periodTitle(manifest.period)
    problems.push({ code: 'bundle.period-unexpected', period })
  }
  return problems
}

/** Step 5: seq, previous and supersedes against the last file accepted from the same sender. */
export function checkOrder(
  manifest: Manifest,
  identity: Identity,
  signatures: number,
  previous: PreviousFile | null,
): OrderCheck {
  if (previous === null) return withoutPrevious(manifest)
  const last = previous.manifest
  if (identity === previous.identity) return sameFile(signatures > previous.signatures)
  if (last.from !== manifest.from || last.to !== manifest.to || last.kind !== manifest.kind)
    return refused({ code: 'bundle.previous-unrelated' })
  const { seq } = manifest
  if (last.void.some((one) => one.identity === identity)) return refused({ code: 'bundle.voided', seq })
  if (seq < last.seq) return refused({ code: 'bundle.outdated', seq, last: last.seq })
  if (seq === last.seq) return fork({ code: 'bundle.fork', seq, last: last.seq })
  const superseding = supersedesProblem(manifest, previous)
  if (superseding !== null) return fork(superseding)
  if (manifest.previous === previous.identity) return follows(manifest, last.seq)
  const unseen = unexplainedNumbers(manifest, last.seq)
  return unseen > 0 ? gap(unseen) : fork({ code: 'bundle.fork', seq, last: last.seq })
}

function withoutPrevious(manifest: Manifest): OrderCheck {
  if (manifest.previous === null) return { standing: 'next', problems: [], flags: [] }
  const message = `这是第 ${manifest.seq} 号文件，没有提供上一份，未核对次序`
  return { standing: 'next', problems: [], flags: [{ flag: 'order-unchecked', message }] }
}

function sameFile(hasMoreSignatures: boolean): OrderCheck {
  if (!hasMoreSignatures) return { standing: 'repeated', problems: [], flags: [] }
  const message = '与上一份是同一文件，增加了签名'
  return { standing: 'next', problems: [], flags: [{ flag: 'countersigned', message }] }
}

/** A second report of one period replaces the one we hold; anything else leaves two side by side. */
function supersedesProblem(manifest: Manifest, previous: PreviousFile): AppError | null {
  const last = previous.manifest
  const samePeriod = manifest.period !== null && manifest.period === last.period
  const replacesLast = manifest.supersedes === previous.identity
  const sameVictim = manifest.supersedes !== null && manifest.supersedes === last.supersedes
  if (manifest.kind !== 'report') return null
  if (samePeriod === replacesLast && !sameVictim) return null
  const period = last.period === null ? '该期' : periodTitle(last.period)
  return { code: 'bundle.supersedes-wrong', period }
}

function follows(manifest: Manifest, lastSeq: number): OrderCheck {
  const unseen = unexplainedNumbers(manifest, lastSeq)
  return unseen > 0 ? gap(unseen) : { standing: 'next', problems: [], flags: [] }
}

/** Numbers between the last file and this one that no `void` explains. */
function unexplainedNumbers(manifest: Manifest, lastSeq: number): number {
  const voided = manifest.void.filter((one) => one.seq > lastSeq).length
  return manifest.seq - lastSeq - 1 - voided
}

function gap(unseen: number): OrderCheck {
  const message = `中间缺 ${unseen} 份文件，请与填报单位核实`
  return { standing: 'next', problems: [], flags: [{ flag: 'gap', message }] }
}

const refused = (problem: AppError): OrderCheck => ({ standing: 'refused', problems: [problem], flags: [] })
const fork = (problem: AppError): OrderCheck => ({ standing: 'fork', problems: [problem], flags: [] })
