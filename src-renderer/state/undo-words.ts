import type { Pointing } from '#shared/edits/pointing.ts'
import { RECORD_TITLES, type RecordType } from '#shared/records/dictionary.ts'

/** For example 已撤销:导入 120 家企业(撤销114处,保留6处). */
export function undoneWords(
  word: '撤销' | '重做',
  outcome: {
    readonly title: string
    readonly undone: number
    readonly kept: number
    readonly pointing: Pointing
  },
): string {
  const counts = outcome.kept === 0 ? '' : `（${word}${outcome.undone}处，保留${outcome.kept}处）`
  const pointing = pointingWords(outcome.pointing)
  return `已${word}：${outcome.title}${counts}${pointing === null ? '' : `。${pointing}`}`
}

/** What is told after a 撤销 or 重做; it stays when it is more than a glance can take in. */
export function undoneNotice(...[word, outcome]: Parameters<typeof undoneWords>): {
  readonly message: string
  readonly autoClose?: false
} {
  const message = undoneWords(word, outcome)
  return pointingWords(outcome.pointing) === null ? { message } : { message, autoClose: false }
}

/** Where records are found whose firm is gone; of the other types nothing shows any more. */
const AFTERWARDS: Readonly<Partial<Record<RecordType, string>>> = {
  patent: '在“专利”中标为“专利权人不在名录”',
  activity: '在“服务活动”中按名录外企业记',
}

/** Records that point at firms which go: how many, where they show afterwards, and what brings them back. */
export function pointingWords(pointing: Pointing): string | null {
  const counted = Object.entries(pointing) as [RecordType, number][]
  if (counted.length === 0) return null
  const total = counted.reduce((sum, [, count]) => sum + count, 0)
  const each = counted.map(
    ([type, count]) => `${RECORD_TITLES[type]}${count}条${AFTERWARDS[type] ?? '不再显示，也不计入'}`,
  )
  return `另有${total}条记录用到去掉的企业：${each.join('；')}。重做后恢复原样。`
}
