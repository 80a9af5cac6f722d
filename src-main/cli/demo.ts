import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { verdictWords } from '#shared/cli/verdict-words.ts'
import { type AppError, messageOf } from '#shared/errors/app-error.ts'
import { ok, type Result } from '#shared/result.ts'
import { createKeyFile, openKeyFile, type SigningKey } from '../bundles/key-file.ts'
import { ownTrust, verifyFile } from '../bundles/verify-file.ts'
import { allowClosedPipe } from './closed-pipe.ts'
import { type DemoKeys, demoQuarter } from './demo-county.ts'
import type { CliIo } from './io.ts'
import { nodeIo } from './node-io.ts'
import { missingPart } from './pdf-program.ts'
import type { WrittenReport } from './sign-and-write.ts'

const UNIT = 'YY-DEMO'
// The bundle of this file lies in out/cli; a shared chunk would lie deeper.
const ROOT = resolve(import.meta.dirname, '..', '..')

/** `npm run demo`: the sample county's quarter-end job without a window, told step by step. */
async function demo(io: CliIo, data: string, results: string): Promise<Result<WrittenReport, AppError>> {
  const pack = await io.loadPack()
  if (!pack.ok) return pack
  io.print('破零倍增县区工作台 · 演示：试用县 2021 年三季度报送（虚构数据）')
  const keys = await throwAwayKeys(io)
  if (!keys.ok) return keys
  const toPdf = availablePdf(io)
  io.print('一、导入四张表')
  const place = { data, samples: join(ROOT, 'assets', 'sample-county'), results }
  const written = await demoQuarter(io, pack.value, place, keys.value, toPdf)
  if (!written.ok) return written
  io.print('三、报送材料')
  io.print(`  ${written.value.folder.path}`)
  for (const { name, bytes } of written.value.folder.files)
    io.print(`  ${name}（${Math.ceil(bytes / 1024)} KB）`)
  await showVerification(io, written.value, keys.value)
  return written
}

/** Two keys that end with this run; their passphrases are random and never shown. */
async function throwAwayKeys(io: CliIo): Promise<Result<DemoKeys, AppError>> {
  const preparer = await throwAwayKey(io, '演示填报人', 'preparer')
  if (!preparer.ok) return preparer
  const reviewer = await throwAwayKey(io, '演示审核人', 'reviewer')
  return reviewer.ok ? ok({ preparer: preparer.value, reviewer: reviewer.value }) : reviewer
}

async function throwAwayKey(
  io: CliIo,
  person: string,
  role: 'preparer' | 'reviewer',
): Promise<Result<SigningKey, AppError>> {
  const passphrase = io.newId()
  const file = await createKeyFile({ person, role, unit: UNIT }, passphrase, io.now(), io.randomBytes)
  return file.ok ? openKeyFile(file.value.bytes, passphrase) : file
}

/** Null, with a sentence, when nothing here can lay out pages: the rest of the demo does not need it. */
function availablePdf(io: CliIo): CliIo['toPdf'] | null {
  const missing = missingPart(ROOT)
  if (missing === null) return io.toPdf
  io.print(`（本机缺少${missing}，这次不生成 PDF）`)
  return null
}

async function showVerification(io: CliIo, { signed }: WrittenReport, keys: DemoKeys): Promise<void> {
  const trust = {
    ...ownTrust([keys.preparer.public, keys.reviewer.public]),
    policy: { report: ['preparer' as const, 'reviewer' as const] },
  }
  const context = { trust, previous: null, now: io.now(), expected: {} }
  io.print('四、验证')
  const { verdict } = await verifyFile(signed.bytes, context)
  for (const line of verdictWords(verdict)) io.print(`  ${line}`)
  const changed = Uint8Array.from(signed.bytes)
  const middle = Math.floor(changed.length / 2)
  changed[middle] = (changed[middle] ?? 0) ^ 1
  const flipped = await verifyFile(changed, context)
  io.print(`  改动其中一个比特后再验证：${flipped.verdict.summary}`)
}

allowClosedPipe(process.stdout, process.stderr)
const io = nodeIo(ROOT)
const results = join(ROOT, 'out', 'demo')
const data = await mkdtemp(join(tmpdir(), 'pbz-demo-'))
try {
  await rm(results, { recursive: true, force: true })
  await mkdir(results, { recursive: true })
  const done = await demo(io, data, results)
  if (!done.ok) {
    const { title, advice } = messageOf(done.error)
    io.tell(`${title}。\n${advice}`)
    process.exitCode = 1
  } else io.print('演示完成。')
} finally {
  await rm(data, { recursive: true, force: true })
}
