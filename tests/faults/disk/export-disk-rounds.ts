import { basename, dirname } from 'node:path'
import { writeFileAtomically, writeFolderAtomically } from '#main/files/atomic-write.ts'
import { FileTokens } from '#main/files/file-tokens.ts'
import { keepBytes, saveToken } from '#main/files/save-file.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import { FaultyFileSystem } from '#tests/support/faulty-file-system.ts'
import type { Fault, FaultyMedium } from '#tests/support/faulty-medium.ts'
import type { Tally } from '../tally.ts'
import { faultsOf, sizesOf } from './faults.ts'
import { leftoversOf, STICK_SENTENCES } from './stick.ts'

const STICK = '/u盘'
const OLD = textBytes('上一季度的报送文件')
const NEW = textBytes('本季度的报送文件，比上一季度的长一些')
const FILES = [
  { name: 'YY-430626_2021Q3_0007.pbz.json', bytes: NEW },
  { name: '平江县_2021年三季度_报表.xlsx', bytes: textBytes('表一') },
]

/** Something that is written for others: what must be there afterwards, wholly or not at all. */
interface Export {
  readonly name: string
  /** What stands at these paths before; nothing when the list is empty. */
  readonly before: ReadonlyMap<string, Uint8Array>
  readonly after: ReadonlyMap<string, Uint8Array>
  write(fs: FaultyFileSystem): Promise<Result<unknown, AppError>>
}

const REPORT = `${STICK}/YY-430626_2021Q3_0007.pbz.json`
const SHEET = `${STICK}/平江县_2021年三季度_报表.xlsx`
const HANDOVER = `${STICK}/平江县_2021年三季度_报送材料`

const EXPORTS: readonly Export[] = [
  {
    name: 'a report file in place of an earlier one',
    before: new Map([[REPORT, OLD]]),
    after: new Map([[REPORT, NEW]]),
    write: (fs) => writeFileAtomically(fs, REPORT, NEW),
  },
  {
    name: 'a new report file',
    before: new Map(),
    after: new Map([[REPORT, NEW]]),
    write: (fs) => writeFileAtomically(fs, REPORT, NEW),
  },
  {
    name: 'a saved workbook or PDF',
    before: new Map([[SHEET, OLD]]),
    after: new Map([[SHEET, NEW]]),
    write: (fs) => {
      const tokens = new FileTokens((length) => new Uint8Array(length))
      const { token } = keepBytes(tokens, '报表.xlsx', NEW)
      return saveToken({ fs, tokens, showSaveDialog: async () => SHEET }, token, '报表.xlsx')
    },
  },
  {
    name: 'a handover folder',
    before: new Map([[REPORT, OLD]]),
    after: new Map([
      [REPORT, OLD],
      ...FILES.map(({ name, bytes }) => [`${HANDOVER}/${name}`, bytes] as const),
    ]),
    write: (fs) => writeFolderAtomically(fs, HANDOVER, FILES),
  },
]

const LEFTOVERS = leftoversOf(5)

/** The stick under an export fails at every operation in every way and at every byte: the whole of it or nothing. */
export async function exportDiskRounds(): Promise<Tally> {
  const tally: Tally = { rounds: 0, saved: 0, losses: [] }
  for (const one of EXPORTS) {
    const whole = prepared(one)
    const sizes = await sizesOf(whole.medium, () => one.write(whole))
    for (const fault of faultsOf(sizes, { folder: STICK, every: 1 })) {
      const problems = await exportRound(one, fault)
      tally.rounds += 1
      tally.saved += one.before.size
      const where = `export round ${tally.rounds}, ${one.name}, ${JSON.stringify(fault)}`
      tally.losses.push(...problems.map((what) => `${where}: ${what}`))
    }
  }
  return tally
}

function prepared({ before }: Export): FaultyFileSystem {
  const fs = new FaultyFileSystem(STICK)
  for (const [path, bytes] of before) fs.medium.put(path, bytes)
  return fs
}

async function exportRound(one: Export, fault: Fault): Promise<readonly string[]> {
  const fs = prepared(one)
  fs.fail(fault)
  const answer = await one.write(fs)
  fs.medium.heal()
  if (fault.code === 'gone')
    return answer.ok ? ['called written on a stick that is gone'] : wrongSentence(fault, answer)
  const problems = answer.ok ? [] : wrongSentence(fault, answer)
  if (fault.stays !== true && fault.code !== 'power' && temporariesIn(fs.medium).length > 0)
    problems.push('a half file was left')
  for (const left of LEFTOVERS) {
    const found = fs.medium.cutCopy(left)
    const isNew = isThere(found, one.after)
    if (answer.ok && !isNew) problems.push(`called written, not there after ${JSON.stringify(left)}`)
    if (!isNew && !isThere(found, one.before)) problems.push(`half of it after ${JSON.stringify(left)}`)
  }
  return problems
}

function wrongSentence(fault: Fault, answer: Extract<Result<unknown, AppError>, { ok: false }>): string[] {
  const { error } = answer
  if (fault.code !== 'power' && !STICK_SENTENCES[fault.code]?.includes(error.code))
    return [`${fault.code} was called ${error.code}`]
  return JSON.stringify(error).includes('/') ? ['a path in the sentence'] : []
}

/** Are these files there and nothing else, but for names that are never read? */
function isThere(medium: FaultyMedium, files: ReadonlyMap<string, Uint8Array>): boolean {
  const shown = medium.paths().filter((path) => !isTemporary(path))
  return (
    shown.length === files.size &&
    [...files].every(
      ([path, bytes]) => shown.includes(path) && Buffer.compare(medium.open(path).bytes(), bytes) === 0,
    )
  )
}

function temporariesIn(medium: FaultyMedium): readonly string[] {
  return [...medium.paths(), ...medium.folders].filter(isTemporary)
}

function isTemporary(path: string): boolean {
  return [path, dirname(path)].some((one) => /^\.pbz-[0-9a-f]{12}\.tmp$/.test(basename(one)))
}

function textBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
