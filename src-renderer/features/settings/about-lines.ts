import type { Reply } from '#shared/ipc/contract.ts'
import type { PlanPack } from '#shared/pack/plan-pack.ts'

type About = Extract<Reply<'system:about'>, { ok: true }>['value']

const RUNTIMES: { readonly [R in About['runtime']]: string } = {
  electron: '正式运行环境',
  'stand-in': '替代运行环境（本机没有正式运行环境，仅供试用和测试）',
}

/** Names a clerk knows the system by; others are shown as they call themselves. */
const PLATFORMS: Readonly<Record<string, string>> = {
  win32: '视窗系统',
  linux: '麒麟、统信等系统',
  darwin: '苹果系统',
}

/** 关于, line by line; — until the main process has answered. */
export function aboutLines(
  about: About | null,
  pack: Pick<PlanPack, 'title' | 'rulesVersion'>,
): readonly { readonly term: string; readonly words: string }[] {
  return [
    { term: '版本', words: about?.version ?? '—' },
    { term: '运行环境', words: about === null ? '—' : RUNTIMES[about.runtime] },
    { term: '操作系统', words: about === null ? '—' : (PLATFORMS[about.platform] ?? about.platform) },
    { term: '适用工作', words: pack.title },
    { term: '口径版本', words: pack.rulesVersion },
  ]
}
