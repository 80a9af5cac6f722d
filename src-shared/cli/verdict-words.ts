import { unitTitle } from '../bundle/check-signers.ts'
import { periodTitle } from '../bundle/handover.ts'
import type { Inspection } from '../bundle/inspect.ts'
import { KIND_TITLES, type Manifest } from '../bundle/manifest.ts'
import { ROLE_TITLES } from '../bundle/public-key.ts'
import type { SignatureFinding, Verdict } from '../bundle/verdict.ts'
import { chinaMinute } from '../china-day.ts'

const STATE_WORDS: { readonly [S in SignatureFinding['state']]: string } = {
  valid: '签名有效',
  bad: '签名与内容不符',
  unknown: '签名有效，但签名人未登记',
  foreign: '签名有效，但签名人属于其他单位',
  revoked: '签名有效，但密钥已停用',
  'wrong-role': '签名有效，但身份与登记不符',
}

/** Who signed what and whether it is whole, line by line. */
export function verdictWords(verdict: Verdict): readonly string[] {
  const { manifest } = verdict
  const what =
    manifest === null
      ? []
      : [
          `文件：${verdict.name ?? ''}（第 ${manifest.seq} 号）`,
          `内容：${unitTitle(manifest.from)}发给${unitTitle(manifest.to)}的${KIND_TITLES[manifest.kind]}${manifest.period === null ? '' : `，${periodTitle(manifest.period)}`}`,
          `校验码：${verdict.code ?? ''}`,
        ]
  return [
    `结论：${verdict.summary}`,
    ...what,
    ...verdict.signatures.map((signature) => signatureWords(signature, carriedKeys(manifest))),
    ...verdict.steps.flatMap((step) => [
      `${step.ok ? '√' : '×'} ${step.title}：${step.message}`,
      ...step.problems.map((problem) => `    ${problem.title}。${problem.advice}`),
    ]),
    ...verdict.flags.map(({ message }) => `注意：${message}`),
  ]
}

const carriedKeys = (manifest: Manifest | null): ReadonlySet<string> =>
  new Set(manifest?.signers.map(({ kid }) => kid))

function signatureWords(signature: SignatureFinding, carried: ReadonlySet<string>): string {
  const { kid, person, role, unit, signedAt, state } = signature
  const of = unit === null ? '' : `${unitTitle(unit)}，`
  const words = state === 'unknown' && !carried.has(kid) ? '密钥未登记，暂不能核对' : STATE_WORDS[state]
  return `签名：${person}（${of}${ROLE_TITLES[role]}），${chinaMinute(signedAt)}，${words}`
}

/** What a file says of itself, line by line; nothing of it is verified. */
export function inspectionWords(file: Inspection): readonly string[] {
  return [
    `文件：${file.name}（第 ${file.seq} 号，${file.bytes} 字节）`,
    `内容：${unitTitle(file.from)}发给${unitTitle(file.to)}的${KIND_TITLES[file.kind]}${file.period === null ? '' : `，${periodTitle(file.period)}`}`,
    `生成时间：${chinaMinute(file.createdAt)}`,
    `校验码：${file.code}`,
    `企业联系方式：${file.contacts === 'included' ? '随文件报送' : '未随文件报送'}`,
    ...file.signatures.map(
      ({ person, role, signedAt }) =>
        `签名：${person ?? '未知'}（${ROLE_TITLES[role]}），${chinaMinute(signedAt)}`,
    ),
    '以上为文件自述，未经验证；请用 verify 命令验证。',
  ]
}
