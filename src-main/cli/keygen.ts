import { basename } from 'node:path'
import { unitTitle } from '#shared/bundle/check-signers.ts'
import { PersonId, type PublicKey, ROLE_TITLES, UnitCode } from '#shared/bundle/public-key.ts'
import { CITY_UNIT, unitByCode } from '#shared/codes/reporting-units.ts'
import { err, ok } from '#shared/result.ts'
import { createKeyFile } from '../bundles/key-file.ts'
import { writeFileAtomically } from '../files/atomic-write.ts'
import type { Command } from './command.ts'
import { readPassphrase } from './key-input.ts'

const ROLES = ['preparer', 'reviewer', 'city'] as const

/** A new key under a passphrase; an existing file is never overwritten, since it may be the only copy of a key. */
export const keygen: Command = {
  title: '生成签名密钥（口令从文件读取，至少 10 个字符）',
  syntax: {
    usage:
      'pbz keygen --name 姓名 --role preparer|reviewer|city --unit 单位代码 --out 密钥文件 --passphrase-file 口令文件',
    positionals: [],
    options: {
      name: 'required',
      role: 'required',
      unit: 'required',
      out: 'required',
      'passphrase-file': 'required',
    },
  },
  async run(args, io) {
    const role = ROLES.find((one) => one === args.get('role'))
    if (role === undefined) return err(args.misused('--role 应为 preparer、reviewer 或 city'))
    const unit = UnitCode.safeParse(args.get('unit'))
    if (!unit.success || unitByCode(unit.data) === null)
      return err(args.misused(`没有单位代码“${args.get('unit')}”`))
    const isCity = unit.data === CITY_UNIT.code
    if (isCity !== (role === 'city'))
      return err(
        args.misused(
          isCity
            ? `${unitTitle(unit.data)}的密钥，--role 应为 city`
            : `--role city 只用于${CITY_UNIT.name}（--unit ${CITY_UNIT.code}）`,
        ),
      )
    const person = PersonId.safeParse(args.get('name').trim())
    if (!person.success) return err(args.misused('--name 应为 1 至 60 个字的姓名'))
    const passphrase = await readPassphrase(io, args.get('passphrase-file'))
    if (!passphrase.ok) return passphrase
    const out = args.get('out')
    if (await io.fs.exists(out)) return err({ code: 'cli.file-exists', fileName: basename(out) })
    const holder = { person: person.data, role, unit: unit.data }
    const made = await createKeyFile(holder, passphrase.value, io.now(), io.randomBytes)
    if (!made.ok) return made
    const written = await writeFileAtomically(io.fs, out, made.value.bytes)
    if (!written.ok) return written
    const lines = [`已生成密钥文件 ${out}`, ...publicKeyWords(made.value.public)]
    return ok({ exit: 0, json: made.value.public, lines })
  },
}

export function publicKeyWords({ kid, jwk, person, role, unit }: PublicKey): readonly string[] {
  return [
    `姓名：${person}`,
    `身份：${ROLE_TITLES[role]}`,
    `单位：${unitTitle(unit)}（${unit}）`,
    `密钥编号：${kid}`,
    `公钥：${JSON.stringify(jwk)}`,
  ]
}
