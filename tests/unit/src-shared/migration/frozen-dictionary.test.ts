import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Edit } from '#shared/edits/edit.ts'
import { MIGRATION, type MigrationStep, STEPS } from '#shared/migration/migrations.ts'
import {
  addedFields,
  changedFields,
  type DictionarySnapshot,
  dictionarySnapshot,
} from '#tests/support/dictionary-snapshot.ts'
import { freezeRelease, releasedJson, releases } from '#tests/support/release-fixture.ts'
import { brokenSteps, stepRecord } from '#tests/support/step-record.ts'

const inFixtures = (name: string) => fileURLToPath(new URL(`../../../fixtures/${name}`, import.meta.url))
const SNAPSHOT = inFixtures(`schemas/v${MIGRATION}.json`)
const RECORDED = inFixtures('schemas/steps.json')
/** `npm run freeze`: writes what was added, and nothing else. */
const isFreezing = process.env.PBZ_FREEZE === '1'

const read = <T>(path: string, missing: T): T =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : missing

async function write(path: string, content: unknown) {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `${JSON.stringify(content, null, 1)}\n`)
}

describe('the data dictionary as data on disk knows it', () => {
  const frozen = read<DictionarySnapshot>(SNAPSHOT, {})
  const today = dictionarySnapshot()

  test('no stored field is changed, renamed or taken away without a step in src-shared/migration', () => {
    expect(changedFields(frozen, today)).toEqual([])
  })

  test('a field that was added is written down by `npm run freeze`', async () => {
    if (isFreezing && changedFields(frozen, today).length === 0) await write(SNAPSHOT, today)
    else expect(addedFields(frozen, today)).toEqual([])
  })

  test('the guard sees another kind, another range of values, a renamed and a new field', () => {
    const name = { kind: 'text', values: { type: 'string', maxLength: 120 } }
    const before = { enterprise: { name } }
    const changed = { ...name, values: { type: 'string', maxLength: 60 } }
    expect(changedFields(before, { enterprise: { name: { ...name, kind: 'longText' } } })).toEqual([
      'enterprise.name was changed',
    ])
    expect(changedFields(before, { enterprise: { name: changed } })).toEqual(['enterprise.name was changed'])
    expect(changedFields(before, { enterprise: { title: name } })).toEqual(['enterprise.name is gone'])
    expect(changedFields(before, { enterprise: { name, title: name } })).toEqual([])
    expect(addedFields(before, { enterprise: { name, title: name } })).toEqual(['enterprise.title'])
  })
})

describe('released steps', () => {
  const recorded = read<readonly string[]>(RECORDED, [])
  const edits = () => releasedJson<readonly Edit[]>('v1', 'edits.json')

  test('data of each number before today, and of today, is frozen', async () => {
    if (isFreezing && !releases().includes(`v${MIGRATION}`)) await freezeRelease(`v${MIGRATION}`)
    expect(releases()).toEqual(Array.from({ length: MIGRATION }, (_, at) => `v${at + 1}`))
  })

  test('do for ever what they did when they were released', async () => {
    expect(brokenSteps(recorded, STEPS, await edits())).toEqual([])
    if (isFreezing) await write(RECORDED, stepRecord(STEPS, await edits()))
    else expect(recorded).toHaveLength(STEPS.length)
  })

  test('the guard sees a step changed, moved or taken away, and lets one be added', async () => {
    const one = step('park', 'product')
    const two = step('product', 'note')
    const record = stepRecord([one, two], await edits())
    expect(brokenSteps(record, [one, two, step('note', 'chain')], await edits())).toEqual([])
    expect(brokenSteps(record, [one], await edits())).toEqual(['step 3 is gone'])
    expect(brokenSteps(record, [two, one], await edits())).toContain('step 2 was changed or moved')
    expect(brokenSteps(record, [one, step('product', 'chain')], await edits())).toEqual([
      'step 3 was changed or moved',
    ])
  })
})

function step(field: string, to: string): MigrationStep {
  return { what: `${field} is now ${to}`, record: 'enterprise', field, becomes: (value) => ({ [to]: value }) }
}
