import { BUNDLE_LIMITS } from '#shared/bundle/bundle-file.ts'
import type { Outcome as VerdictOutcome } from '#shared/bundle/verdict.ts'
import { verdictWords } from '#shared/cli/verdict-words.ts'
import { inFile } from '#shared/errors/app-error.ts'
import { err, ok } from '#shared/result.ts'
import { readTrust, verifyFile } from '../bundles/verify-file.ts'
import { readFileWithin } from '../files/read-file.ts'
import type { Command } from './command.ts'

const TRUST_MEGABYTES = 16
const GOOD: ReadonlySet<VerdictOutcome> = new Set(['accepted', 'repeated'])

/** Who signed a file and whether it is whole; exit 1 unless it may be taken in as it is. */
export const verify: Command = {
  title: '验证签名文件：谁签的、是否完整、次序是否衔接',
  syntax: {
    usage: 'pbz verify 文件 --trust 信任名单.json [--previous 上一份文件]',
    positionals: ['文件'],
    options: { trust: 'required', previous: 'optional' },
  },
  async run(args, io) {
    const file = await readFileWithin(io.fs, args.get('文件'), BUNDLE_LIMITS.megabytes)
    if (!file.ok) return file
    const list = await readFileWithin(io.fs, args.get('trust'), TRUST_MEGABYTES)
    if (!list.ok) return list
    const trust = readTrust(list.value.bytes)
    if (!trust.ok) return err(inFile(trust.error, list.value.name))
    const last = args.find('previous')
    const previous = last === undefined ? null : await readFileWithin(io.fs, last, BUNDLE_LIMITS.megabytes)
    if (previous !== null && !previous.ok) return previous
    const context = {
      trust: trust.value,
      previous: previous?.value.bytes ?? null,
      now: io.now(),
      expected: {},
      fileName: file.value.name,
    }
    const { verdict } = await verifyFile(file.value.bytes, context)
    const answer = { json: verdict, lines: verdictWords(verdict) }
    if (GOOD.has(verdict.outcome)) return ok({ exit: 0, ...answer })
    return ok({ exit: 1, ...answer, complaint: `“${file.value.name}”：${verdict.summary}` })
  },
}
