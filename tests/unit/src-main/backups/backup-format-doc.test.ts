import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backupBytes } from '#main/backups/backup-file.ts'
import { recoveryGroups } from '#shared/backup/recovery-digits.ts'
import { commit, manyFirms, value } from '../journal/journal-fixture.ts'
import { built, OFFICE, office, protection } from './backup-fixture.ts'

const DOC = readFileSync(resolve(import.meta.dirname, '../../../../docs/backup-format.md'), 'utf8')
const BLOCKS = [...DOC.matchAll(/```python\n([\s\S]*?)```/g)].map((found) => found[1] ?? '')

const has = (code: string): boolean => {
  try {
    execFileSync('python3', ['-c', code], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pbz-backup-doc-'))
  const { journal } = await office()
  value(await commit(journal, manyFirms(900)))
  const backup = await built(journal)
  const key = await protection()
  writeFileSync(join(folder, 'plain'), backup.zip)
  writeFileSync(join(folder, 'sealed'), await backupBytes(backup, key))
  writeFileSync(join(folder, 'sheet'), recoveryGroups(key.key).join(' '))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function python(...code: readonly string[]): unknown {
  return JSON.parse(execFileSync('python3', ['-c', code.join('\n')], { cwd: folder, encoding: 'utf8' }))
}

describe.runIf(has(''))('docs/backup-format.md read by Python', () => {
  it('proves a plain backup and gives its edits', () => {
    const said = python(
      BLOCKS[0] ?? '',
      'facts, edits = read_backup("plain")',
      'print(json.dumps([facts["unit"], [len(edit["ops"]) for edit in edits]]))',
    )
    expect(said).toEqual(['YY-430626', [1, 2, 900]])
  })

  it('finds a changed line', () => {
    const change = 'zip_bytes = bytearray(open("plain", "rb").read()); zip_bytes[len(zip_bytes) // 2] ^= 1'
    const run =
      'open("changed", "wb").write(zip_bytes)\ntry:\n  read_backup("changed"); print("1")\nexcept Exception: print("0")'
    expect(python(BLOCKS[0] ?? '', change, run)).toBe(0)
  })

  it.runIf(has('import cryptography'))(
    'opens an encrypted one with the passphrase and with the 恢复单',
    () => {
      const said = python(
        ...BLOCKS,
        'import io',
        'sealed = open("sealed", "rb").read()',
        `by_passphrase = decrypt_backup(sealed, lambda header: key_of_passphrase(header, "office", "${OFFICE}"))`,
        'by_sheet = decrypt_backup(sealed, lambda header: key_of_sheet(open("sheet").read()))',
        'facts, edits = read_backup(io.BytesIO(by_passphrase))',
        'print(json.dumps([by_sheet == by_passphrase, facts["head"]["count"], len(edits)]))',
      )
      expect(said).toEqual([true, 3, 3])
    },
  )
})
