import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { createKeyFile, openKeyFile } from '#main/bundles/key-file.ts'
import { signReport } from '#main/bundles/sign-report.ts'
import { ownTrust, verifyFile } from '#main/bundles/verify-file.ts'
import { reportBody } from '#shared/bundle/reportable.ts'
import { applyEdit } from '#shared/edits/apply-edit.ts'
import type { Operation } from '#shared/edits/edit.ts'
import { createRecord } from '#shared/edits/operations.ts'
import { recordsOf } from '#shared/edits/records-view.ts'
import { createState } from '#shared/edits/state.ts'
import { type BenchRow, compareInTurn } from './bench-row.ts'
import { sampleActivities, sampleFirms } from './sample-records.ts'

const FIRMS = 20_000
const ACTIVITIES = 100_000
const NOW = '2021-10-08T01:00:00Z'

/** Verifying and validating a large report against reading its JSON (file and body) and hashing the file. */
export async function verifyReport(runs = 5): Promise<readonly BenchRow[]> {
  const { bytes, trust } = await largeReport()
  const ours = async () => {
    const started = performance.now()
    const { verdict } = await verifyFile(bytes, { trust, previous: null, now: NOW, expected: {} })
    const took = performance.now() - started
    if (verdict.outcome !== 'accepted') throw new Error(verdict.summary)
    return took
  }
  const anchor = async () => {
    const started = performance.now()
    const file: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
    const body: unknown = JSON.parse(bodyOf(file))
    const digest = createHash('sha256').update(bytes).digest('hex')
    const took = performance.now() - started
    if (typeof body !== 'object' || digest.length !== 64) throw new Error('the anchor did nothing')
    return took
  }
  const size = `${Math.round(bytes.length / 1_048_576)} MB, ${FIRMS} firms + ${ACTIVITIES} activities`
  const name = `verify + validate a report (${size}) / JSON.parse + SHA-256`
  return [await compareInTurn(name, 1.8, runs, { ours, anchor })]
}

function bodyOf(file: unknown): string {
  if (typeof file === 'object' && file !== null && 'body' in file && typeof file.body === 'string')
    return file.body
  throw new Error('no body')
}

async function largeReport() {
  const passphrase = randomUUID()
  const holder = { person: '测试填报人', role: 'preparer', unit: 'YY-430626' } as const
  const made = await createKeyFile(holder, passphrase, NOW, randomBytes)
  const key = made.ok ? await openKeyFile(made.value.bytes, passphrase) : made
  if (!key.ok) throw new Error(key.error.code)
  const report = { heading: heading(), body: bodyText(), key: key.value, knownSigners: [], now: NOW }
  const signed = await signReport(report)
  if (!signed.ok) throw new Error(JSON.stringify(signed.error))
  return { bytes: signed.value.bytes, trust: ownTrust([key.value.public]) }
}

function heading() {
  return {
    to: 'YY-430600',
    station: 'bench-station',
    seq: 1,
    previous: null,
    supersedes: null,
    void: [],
    pack: { id: 'bench', version: '1' },
    repliesTo: null,
    evidence: [],
  }
}

function bodyText(): string {
  const listings = Array.from({ length: FIRMS }, (_, n) =>
    createRecord('participation', `list-${n}`, {
      enterprise: `firm-${n.toString(36).padStart(8, '0')}`,
      year: 2021,
    }),
  )
  const profile = createRecord('profile', 'unit', { unit: 'YY-430626', fullName: '平江县', preparer: '李某' })
  const ops: Operation[] = [
    profile,
    ...sampleFirms(FIRMS),
    ...listings,
    ...sampleActivities(ACTIVITIES, FIRMS),
  ]
  const state = createState()
  applyEdit(state, {
    commit: randomUUID(),
    seen: {},
    at: NOW,
    by: '李某',
    why: { kind: 'typed' },
    title: '导入',
    ops,
    id: { station: 'bench-station', n: 1 },
    prev: null,
  })
  const options = {
    period: '2021Q3',
    cutoff: '2021-09-30',
    contacts: 'included',
    baseYears: [],
    overrides: [],
    plannedStates: ['计划'],
  } as const
  const body = reportBody(recordsOf(state), [], options)
  if (body === null) throw new Error('no profile')
  return JSON.stringify(body)
}
