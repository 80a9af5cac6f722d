import { chinaMinute } from '#shared/china-day.ts'
import type { Act } from '#shared/edits/act.ts'
import { howWords, undoneWords } from '#shared/edits/act-words.ts'
import type { FieldValue } from '#shared/edits/edit.ts'
import type { HistoryEntry, RecordHistory, Standing } from '#shared/edits/history.ts'
import { type Naming, registerTitle, valueWords, type WrittenRegister } from '#shared/edits/register-words.ts'
import { sameValue } from '#shared/edits/same-value.ts'
import { keyOf } from '#shared/edits/state.ts'
import type { RecordType } from '#shared/records/dictionary.ts'
import type { PcName } from '#shared/review/conflict-words.ts'
import type { StatusTone } from '../../ui/Status.tsx'

/** One value of one cell. */
export interface HistoryLine {
  readonly key: string
  /** The cell in words. */
  readonly title: string
  readonly value: string
  readonly tone: StatusTone
  readonly standing: string
  /** What 用回这个值 would write; null for the value the cell has. */
  readonly earlier: WrittenRegister | null
}

/** What one action did to the record. */
export interface HistoryGroup {
  readonly key: string
  readonly when: string
  readonly who: string
  readonly pc: string
  readonly how: string
  /** The whole action, as 撤销 names it. */
  readonly title: string
  readonly undone: string | null
  readonly lines: readonly HistoryLine[]
}

export interface HistoryWords extends Naming {
  readonly pcName: PcName
}

const STANDINGS: { readonly [S in Standing]: readonly [StatusTone, string] } = {
  current: ['good', '现值'],
  conflict: ['warn', '两处不一致'],
  replaced: ['waiting', '已被替换'],
  undone: ['note', '已撤销'],
}

/** The history of a record (or one cell of it) by action, newest first; 合并 without a value of its own last. */
export function historyGroups(
  words: HistoryWords,
  type: RecordType,
  { writes, joins }: RecordHistory,
): readonly HistoryGroup[] {
  const joined = new Map(joins.map((join) => [keyOf(join.edit), join]))
  const groups = new Map<string, HistoryEntry[]>()
  for (const write of writes) {
    const key = `${keyOf(write.edit)} ${write.row ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), write])
  }
  const values = new Map(writes.filter(isCurrent).map((write) => [write.register, write.value]))
  const lineOf = (entry: HistoryEntry, at: number) => lineWords(words, { type, entry, at, writes, values })
  const written = [...groups].flatMap(([key, entries]) => {
    const [first] = entries
    if (first === undefined) return []
    const how = joined.has(keyOf(first.edit)) ? '合并' : howWords(first.why, first.row)
    const undone = undoneWords(first.undoneBy)
    return [{ ...headWords(words, first), key, how, undone, lines: entries.map(lineOf) }]
  })
  const known = new Set(writes.map((write) => keyOf(write.edit)))
  const bare = [...joined].filter(([key]) => !known.has(key))
  return [
    ...written,
    ...bare.map(([key, join]) => {
      const undone = undoneWords(join.undoneBy)
      return { ...headWords(words, join), key, how: '合并', undone, lines: [] }
    }),
  ]
}

function headWords({ pcName }: HistoryWords, act: Act) {
  const pc = pcName(act.edit.station)
  return { when: chinaMinute(act.at), who: act.by, pc, title: act.title }
}

const isCurrent = ({ standing }: HistoryEntry): boolean => standing === 'current'

interface Shown {
  readonly type: RecordType
  readonly entry: HistoryEntry
  readonly at: number
  readonly writes: readonly HistoryEntry[]
  /** What each settled cell reads. */
  readonly values: ReadonlyMap<string, FieldValue>
}

function lineWords(words: HistoryWords, { type, entry, at, writes, values }: Shown): HistoryLine {
  const { register, value, standing } = entry
  const written = { type, register, value }
  const [tone, word] = STANDINGS[standing]
  const now = values.get(register)
  const isNow = now !== undefined && sameValue(now, value)
  return {
    key: `${register} ${at}`,
    title: registerTitle(words, { ...written, value: value ?? lastKnown(writes, register) }),
    value: entry.purged ? '已清除' : valueWords(words, written),
    tone,
    standing: word,
    earlier: isNow || standing === 'current' || entry.purged ? null : written,
  }
}

/** An element that was taken out is named by what it was. */
function lastKnown(writes: readonly HistoryEntry[], register: string): FieldValue {
  return writes.find((write) => write.register === register && write.value !== null)?.value ?? null
}
