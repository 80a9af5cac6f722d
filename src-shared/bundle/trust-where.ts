import type { z } from 'zod'

/** What the members of a trust list are called in sentences. */
const MEMBERS: Readonly<Record<string, string>> = {
  format: '格式',
  serial: '序号',
  expires: '有效期',
  policy: '签名要求',
  keys: '密钥',
  enc: '加密公钥',
  kid: '密钥编号',
  jwk: '公钥',
  unit: '单位',
  role: '身份',
  person: '姓名',
  revoked: '停用',
}

/** Where a trust list is wrong: 第1个密钥的“停用”. A list is often written by hand, so the place is said in words. */
export function trustWhere(error: z.ZodError): string {
  const issue = error.issues[0]
  const [member, at, part] = issue?.path ?? []
  const unknown = issue?.code === 'unrecognized_keys' ? `多出“${issue.keys[0] ?? ''}”` : null
  if (member === undefined) return unknown ?? '结构'
  const place = member === 'keys' && typeof at === 'number' ? `第${at + 1}个密钥` : quoted(member)
  const inner = member === 'keys' ? part : undefined
  if (unknown !== null)
    return inner === undefined ? `${place}${unknown}` : `${place}的${quoted(inner)}${unknown}`
  if (inner !== undefined) return `${place}的${quoted(inner)}`
  return issue?.code === 'custom' ? `${place}有重复` : place
}

const quoted = (member: PropertyKey): string => `“${MEMBERS[String(member)] ?? String(member)}”`
