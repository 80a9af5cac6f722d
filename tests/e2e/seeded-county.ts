import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { generatePrivateJwk, thumbprint } from '#main/bundles/crypto-suite.ts'
import { signExchange } from '#main/exchange/sign-exchange.ts'
import type { Edit, EditDraft, WriteOperation } from '#shared/edits/edit.ts'
import { createRecord, type FieldChanges } from '#shared/edits/operations.ts'
import type { Desktop } from '#shared/ipc/contract.ts'
import { MIGRATION } from '#shared/migration/migrations.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { sampleRecords } from '#tests/support/sample-records.ts'

const TYPES = ['enterprise', 'participation', 'patent', 'figures', 'activity'] as const

const TARGETS = [
  ['participants', 110],
  ['zero-breakers', 30],
  ['grants', 60],
  ['activity-sessions', 40],
  ['patent-applications', 130],
] as const

/** Puts the sample county into the journal of a running program, as if 2021 had been worked on, and loads the page again. */
export async function seedCounty(page: Page, unit = 'YY-430626'): Promise<void> {
  await commitAndReload(page, '载入样例县', [profile(unit), plan(), ...records()])
}

/** Writes one edit into the journal of a running program, past every form, and loads the page again. */
export async function commitAndReload(
  page: Page,
  title: string,
  ops: readonly WriteOperation[],
): Promise<void> {
  const journal = await page.evaluate(() =>
    (window as unknown as { readonly desktop: Desktop }).desktop.call('journal:open', null),
  )
  if (!journal.ok) throw new Error(`journal: ${journal.error.code}`)
  const draft: EditDraft = {
    commit: randomUUID(),
    seen: journal.value.clock,
    at: '2021-10-08T01:00:00.000Z',
    by: '样例填报人',
    why: { kind: 'typed' },
    title,
    ops: [...ops],
  }
  const taken = await page.evaluate(
    (sent) =>
      (window as unknown as { readonly desktop: Desktop }).desktop.call('journal:commit', { draft: sent }),
    draft,
  )
  if (!taken.ok) throw new Error(`journal: ${taken.error.code}`)
  await page.evaluate(() => localStorage.setItem('pbz-year', '2021'))
  await reload(page)
}

/** Returns once the page has opened the journal again: in between it is closed. */
async function reload(page: Page): Promise<void> {
  await page.reload()
  await page.getByRole('navigation', { name: '功能' }).waitFor()
}

/** What an edit of another PC says; its author knew the journal as it was `before` edits ago. */
export interface EditElsewhere {
  readonly ops: readonly WriteOperation[]
  readonly title: string
  readonly at: string
  readonly by: string
  readonly before: number
}

/** Puts edits of a second PC into the journal of a running program, as 同步 would, and loads the page again. */
export async function takeUpElsewhere(
  page: Page,
  edits: readonly EditElsewhere[],
  unit = 'YY-430626',
): Promise<void> {
  const journal = await page.evaluate(() =>
    (window as unknown as { readonly desktop: Desktop }).desktop.call('journal:open', null),
  )
  if (!journal.ok) throw new Error(`journal: ${journal.error.code}`)
  const { station, clock } = journal.value
  for (const [place, { before, ...said }] of edits.entries()) {
    const other = `7c2${place}41f09a6e4f2d8b35`
    const edit: Edit = {
      ...said,
      commit: randomUUID(),
      seen: { [station]: (clock[station] ?? 0) - before },
      why: { kind: 'typed' },
      ops: [...said.ops],
      id: { station: other, n: 1 },
      prev: null,
    }
    await bring(page, await exchangeFile(edit, unit), unit)
  }
  await reload(page)
}

/** The file a second PC would write of its first edit. */
async function exchangeFile(edit: Edit, unit: string): Promise<Uint8Array> {
  const { station } = edit.id
  const privateJwk = generatePrivateJwk()
  const { kty, crv, x } = privateJwk
  const jwk = { kty, crv, x }
  const key = { station, kid: thumbprint(jwk), jwk, privateJwk }
  const knows = { ...edit.seen, [station]: 1 }
  const writer = { unit, name: '另一台', key, knows, now: edit.at }
  const part = { before: {}, after: { [station]: 1 }, edits: [{ migration: MIGRATION, edit }] }
  const file = await signExchange(writer, { seq: 1, previous: null }, part)
  if (!file.ok) throw new Error(file.error.code)
  return file.value.bytes
}

/** 导入同步文件, accepted and taken up; then the PC is forgotten, so that it has no name but its number. */
async function bring(page: Page, bytes: Uint8Array, unit: string): Promise<void> {
  const outcome = await page.evaluate(
    async ([sent, of]) => {
      const { desktop } = window as unknown as { readonly desktop: Desktop }
      const received = await desktop.call('files:receive', {
        name: 'exchange.pbz.json',
        bytes: Uint8Array.from(sent),
      })
      if (!received.ok) return received.error.code
      const imported = await desktop.call('exchange:import', { unit: of, tokens: [received.value.token] })
      const problem = imported.ok ? imported.value[0]?.problem?.code : imported.error.code
      if (problem !== undefined) return problem
      const status = await desktop.call('exchange:status', { unit: of })
      const kid = status.ok ? status.value.pcs.find(({ standing }) => standing === 'new')?.kid : undefined
      if (kid === undefined) return 'no new PC'
      await desktop.call('exchange:judge', { unit: of, kid, standing: 'accepted' })
      const next = await desktop.call('exchange:next', { unit: of })
      if (!next.ok || next.value === null) return 'nothing to take up'
      const taken = await desktop.call('exchange:take-up', { batch: next.value.batch })
      if (!taken.ok || taken.value.edits.length !== 1) return 'the edit was not taken up'
      await desktop.call('exchange:judge', { unit: of, kid, standing: 'forgotten' })
      return null
    },
    [[...bytes], unit] as const,
  )
  if (outcome !== null) throw new Error(outcome)
}

function profile(unit: string): WriteOperation {
  return createRecord('profile', PROFILE_ID, {
    unit,
    fullName: unit === 'YY-DEMO' ? '试用县工业和信息化局' : '平江县科技和工业信息化局',
    office: '中小企业股',
    head: '样例甲',
    preparer: '样例填报人',
    reviewer: '样例审核人',
    officePhone: '0730-0000000',
  })
}

function plan(): WriteOperation {
  const targets = Object.fromEntries(
    TARGETS.map(([indicator, value]) => [`${indicator}@2021`, { indicator, year: 2021, value }]),
  )
  return createRecord('plan', 'plan-0001', {
    title: '平江县中小企业技术创新“破零倍增”实施方案',
    docNo: '平工信发〔2021〕3号',
    issuedOn: '2021-02-20',
    state: '印发',
    targets,
  })
}

function records(): WriteOperation[] {
  const county = sampleRecords()
  return TYPES.flatMap((type) =>
    county.of(type).map(({ id, ...fields }) => createRecord(type, id, fields as FieldChanges<typeof type>)),
  )
}
