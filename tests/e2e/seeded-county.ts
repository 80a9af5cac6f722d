import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { machineId } from '#main/app/machine-id.ts'
import { openJournal } from '#main/journal/journal.ts'
import { nodeJournalFiles } from '#main/journal/node-journal-files.ts'
import { nodeMarkerStore } from '#main/journal/node-marker-store.ts'
import type { Edit, EditDraft, WriteOperation } from '#shared/edits/edit.ts'
import { createRecord, type FieldChanges } from '#shared/edits/operations.ts'
import type { Desktop } from '#shared/ipc/contract.ts'
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

/** Puts edits of a second PC into the journal on disk, as 同步 would, and loads the page again. */
export async function takeUpElsewhere(
  page: Page,
  userData: string,
  edits: readonly EditElsewhere[],
): Promise<void> {
  const folder = join(userData, 'data')
  const journal = await openJournal({
    files: nodeJournalFiles(join(folder, 'journal')),
    marker: nodeMarkerStore(join(userData, 'stations'), folder),
    machine: await machineId(),
    folder,
    newId: randomUUID,
  })
  if (!journal.ok) throw new Error(`journal: ${journal.error.code}`)
  const { station, clock } = journal.value.opened()
  for (const [place, { before, ...said }] of edits.entries()) {
    const edit: Edit = {
      ...said,
      commit: randomUUID(),
      seen: { [station]: (clock[station] ?? 0) - before },
      why: { kind: 'typed' },
      ops: [...said.ops],
      id: { station: `7c2${place}41f09a6e4f2d8b35`, n: 1 },
      prev: null,
    }
    const taken = await journal.value.takeUp([edit])
    if (!taken.ok || taken.value.taken.length !== 1) throw new Error('the edit was not taken up')
  }
  await journal.value.close()
  await reload(page)
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
