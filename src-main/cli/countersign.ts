import { basename, resolve } from 'node:path'
import { BUNDLE_LIMITS } from '#shared/bundle/bundle-file.ts'
import { ROLE_TITLES } from '#shared/bundle/public-key.ts'
import type { SignedOutput } from '#shared/cli/signed-output.ts'
import { inFile } from '#shared/errors/app-error.ts'
import { err, ok } from '#shared/result.ts'
import { countersign } from '../bundles/sign-report.ts'
import { inspectFile } from '../bundles/verify-file.ts'
import { writeFileAtomically } from '../files/atomic-write.ts'
import { readFileWithin } from '../files/read-file.ts'
import type { Command } from './command.ts'
import { unlockKey } from './key-input.ts'

/** 审核签名 on a file signed elsewhere; identity and code stay. */
export const countersignFile: Command = {
  title: '在已签名的文件上加审核签名',
  syntax: {
    usage: 'pbz countersign 文件 --key 密钥文件 --passphrase-file 口令文件 --out 新文件',
    positionals: ['文件'],
    options: { key: 'required', 'passphrase-file': 'required', out: 'required' },
  },
  async run(args, io) {
    const path = args.get('文件')
    const out = args.get('out')
    const file = await readFileWithin(io.fs, path, BUNDLE_LIMITS.megabytes)
    if (!file.ok) return file
    // The file itself may be replaced: the one with a signature more is the same file.
    if (resolve(path) !== resolve(out) && (await io.fs.exists(out)))
      return err({ code: 'cli.file-exists', fileName: basename(out) })
    const key = await unlockKey(io, args.get('key'), args.get('passphrase-file'), ['reviewer', 'preparer'])
    if (!key.ok) return key
    const { bytes, name } = file.value
    const signed = await countersign(bytes, key.value, io.now(), name)
    if (!signed.ok) return err(inFile(signed.error, name))
    const seen = inspectFile(signed.value.bytes)
    if (!seen.ok) return seen
    const written = await writeFileAtomically(io.fs, out, signed.value.bytes)
    if (!written.ok) return written
    const { identity, code } = seen.value
    const own = key.value.public
    // A signer who was not known when the file was made is not named in it.
    const persons = seen.value.signatures.map(({ kid, person, role }) => ({
      person: kid === own.kid ? own.person : (person ?? '未知'),
      role,
    }))
    const json: SignedOutput = {
      file: resolve(out),
      identity,
      code,
      bytes: signed.value.bytes.length,
      signatures: persons,
    }
    const names = persons.map(({ person, role }) => `${person}（${ROLE_TITLES[role]}）`).join('、')
    return ok({ exit: 0, json, lines: [`已签名，写入 ${out}`, `签名：${names}`, `校验码（不变）：${code}`] })
  },
}
