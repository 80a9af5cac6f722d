import { chinaMinute } from '#shared/china-day.ts'
import type { BatchPreview, RecordChange } from '#shared/exchange/preview.ts'
import type { ExchangeStatus, OtherPc } from '#shared/ipc/exchange-channels.ts'
import { RECORD_TITLES } from '#shared/records/dictionary.ts'
import type { StatusTone } from '../../ui/Status.tsx'

/** The one line after a merge: 已合并来自“科室二号机”的 12 项修改，2 处待核对. */
export function mergedWords({
  name,
  edits,
  conflicts,
}: {
  readonly name: string
  readonly edits: number
  readonly conflicts: number | null
}): string {
  const open = conflicts === null || conflicts === 0 ? '' : `，${conflicts} 处待核对`
  return `已合并来自“${name}”的 ${edits} 项修改${open}`
}

export interface PcState {
  readonly tone: StatusTone
  readonly word: string
  /** What to do or to know, when there is something. */
  readonly hint: string | null
}

/** How things stand with another PC. */
export function pcState(pc: OtherPc, askEach: boolean): PcState {
  if (pc.standing === 'refused') return { tone: 'note', word: '不接收', hint: null }
  if (pc.problem !== null) return { tone: 'bad', word: '有一段没有合并', hint: sentence(pc.problem) }
  if (pc.standing === 'new') {
    const hint =
      pc.replaces === null
        ? null
        : `与“${pc.replaces}”编号相同、密钥不同：可能重新生成过密钥，请打电话问清楚再接收。`
    return { tone: 'warn', word: '第一次送来，待核对校验码', hint }
  }
  if (pc.asking > 0)
    return { tone: 'warn', word: '带有其他电脑的修改', hint: '看过以后，点“查看并合并”接收一次。' }
  if (pc.stuck)
    return {
      tone: 'waiting',
      word: '在等另一台的文件',
      hint: '这些修改是看过别的修改以后做的，那些还没有到；到了会自动合并。',
    }
  if (pc.waiting > 0) return { tone: 'waiting', word: askEach ? '待查看' : '正在合并', hint: null }
  return { tone: 'good', word: '已同步', hint: null }
}

/** What a PC brings of others, before it is taken up. */
export function carriedWords({ name, asking, carried, standing }: OtherPc): readonly string[] {
  if (asking === 0) return []
  const lines = [`其中有别的电脑（或它以前编号）的修改，由“${name}”转来。`]
  if (carried.length === 0) return lines
  const owners = carried.map((each) => `“${each}”`).join('、')
  lines.push(
    standing === 'new'
      ? `${owners}的修改这次不合并，等它自己送来；等不到时再看一次，可以只合并那一次。`
      : `${owners}的修改只合并这一次，以后仍只收它自己送来的。`,
  )
  return lines
}

/** 最近文件: its number and when it was written, by the clock of that PC. */
export function lastFileWords({ lastSeq, lastAt }: Pick<OtherPc, 'lastSeq' | 'lastAt'>): string {
  return lastAt === null ? '—' : `第 ${lastSeq} 号，${chinaMinute(lastAt)}`
}

const CHINA_MILLISECONDS = 8 * 3_600_000

/** A time of day in China with seconds: enough to see that it is looked every 20 seconds. */
export function lookedWords(lookedAt: string | null): string {
  if (lookedAt === null) return '还没有看过'
  return `上次查看 ${new Date(Date.parse(lookedAt) + CHINA_MILLISECONDS).toISOString().slice(11, 19)}`
}

const CHANGE_WORDS: { readonly [C in RecordChange]: string } = {
  added: '新增',
  changed: '修改',
  voided: '作废',
  removed: '撤销新增',
}

/** What a batch would do, a line each; nothing in it has happened yet. */
export function previewLines(preview: BatchPreview): readonly string[] {
  const lines = preview.records.map(({ type, change, count, names }) => {
    const more = count > names.length ? '等' : ''
    return `${CHANGE_WORDS[change]}${RECORD_TITLES[type]} ${count} 条：${names.join('、')}${more}`
  })
  return lines.length === 0 ? ['台账内容没有变化'] : lines
}

/** How many, by whom, from when to when. */
export function previewHead({ edits, by, from, to, waiting }: BatchPreview): string {
  if (from === null || to === null) return '没有新的修改：这里都已经有了。'
  const people = by.map((one) => `${one.name} ${one.edits} 项`).join('、')
  const [first, last] = [chinaMinute(from), chinaMinute(to)]
  const span = first === last ? first : `${first} 至 ${last}`
  const rest = waiting > 0 ? `其中 ${waiting} 项要等别的文件到了才能合并。` : ''
  return `共 ${edits} 项修改（${people}），${span}。${rest}`
}

/** How many follow a preview that holds only the first; null: none, or nobody knows. */
export function restWords(
  { waiting, carried }: Pick<OtherPc, 'waiting' | 'carried'>,
  shown: number,
  askEach: boolean,
): string | null {
  const rest = waiting - shown
  // Edits of other accepted PCs may be among the rest: those do not come by themselves.
  if (shown === 0 || rest <= 0 || carried.length > 0) return null
  return `先合并 ${shown} 项，其余 ${rest} 项随后${askEach ? '再看' : '自动合并'}。`
}

/** What will want a choice afterwards; null: nothing. */
export function previewOpen({ conflicts, duplicates }: BatchPreview): string | null {
  const parts = [
    ...(conflicts > 0 ? [`${conflicts} 处两台电脑填得不一样`] : []),
    ...(duplicates > 0 ? [`${duplicates} 对疑似重复`] : []),
  ]
  return parts.length === 0
    ? null
    : `合并后有 ${parts.join('、')}，两边的内容都会保留，在“待核对”里逐条选定。`
}

/** True once this PC works with others: it has a shared folder, or another one has turned up. */
export function isJoined(status: Pick<ExchangeStatus, 'folder' | 'pcs'> | null): boolean {
  return status !== null && (status.folder !== null || status.pcs.length > 0)
}

/** How many PCs want somebody to look, this one included. */
export function attentionCount(status: ExchangeStatus | null): number {
  if (status === null) return 0
  const own = status.me.problem === null ? 0 : 1
  return (
    own +
    status.pcs.filter(
      (pc) =>
        pc.standing === 'new' ||
        (pc.standing === 'accepted' && (pc.asking > 0 || (status.askEach && pc.waiting > 0))),
    ).length
  )
}

function sentence({ title, advice }: { readonly title: string; readonly advice: string }): string {
  return `${title}。${advice}`
}
