import { BUNDLE_LIMITS } from '#shared/bundle/bundle-file.ts'
import { inspectionWords } from '#shared/cli/verdict-words.ts'
import { inFile } from '#shared/errors/app-error.ts'
import { err, ok } from '#shared/result.ts'
import { inspectFile } from '../bundles/verify-file.ts'
import { readFileWithin } from '../files/read-file.ts'
import type { Command } from './command.ts'

/** What a signed file says of itself; nothing is verified. */
export const inspect: Command = {
  title: '显示签名文件自述的内容（不验证）',
  syntax: { usage: 'pbz inspect 文件', positionals: ['文件'], options: {} },
  async run(args, io) {
    const file = await readFileWithin(io.fs, args.get('文件'), BUNDLE_LIMITS.megabytes)
    if (!file.ok) return file
    const seen = inspectFile(file.value.bytes, file.value.name)
    if (!seen.ok) return err(inFile(seen.error, file.value.name))
    return ok({ exit: 0, json: seen.value, lines: inspectionWords(seen.value) })
  },
}
