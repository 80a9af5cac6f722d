import { inFile } from '#shared/errors/app-error.ts'
import { err, ok } from '#shared/result.ts'
import { readPublicKey } from '../bundles/key-file.ts'
import { readFileWithin } from '../files/read-file.ts'
import type { Command } from './command.ts'
import { KEY_MEGABYTES } from './key-input.ts'
import { publicKeyWords } from './keygen.ts'

/** The public half of a key file, without its passphrase. */
export const pubkey: Command = {
  title: '显示密钥文件的公钥，供登记',
  syntax: { usage: 'pbz pubkey 密钥文件', positionals: ['密钥文件'], options: {} },
  async run(args, io) {
    const file = await readFileWithin(io.fs, args.get('密钥文件'), KEY_MEGABYTES)
    if (!file.ok) return file
    const key = readPublicKey(file.value.bytes)
    if (!key.ok) return err(inFile(key.error, file.value.name))
    return ok({ exit: 0, json: key.value, lines: publicKeyWords(key.value) })
  },
}
