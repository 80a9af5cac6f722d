import { assertNever } from '../assert-never.ts'
import { chinaMinute } from '../china-day.ts'
import type { EarlierStation } from '../ipc/journal-channels.ts'
import type { Act } from './act.ts'
import type { Why } from './edit.ts'

/** How something came to be, as 历史 and 操作记录 say it; `row` is the 1-based row of an imported sheet. */
export function howWords(why: Why, row: number | null): string {
  switch (why.kind) {
    case 'typed':
      return '录入'
    case 'pasted':
      return '粘贴'
    case 'imported':
      return `导入“${why.file}”${row === null ? '' : `第${row}行`}`
    case 'undone':
      return '撤销'
    case 'redone':
      return '重做'
    case 'restored':
      return '恢复'
    case 'merged':
      return '合并'
    case 'recovered':
      return '由工作副本恢复'
    default:
      return assertNever(why)
  }
}

const SHORT = 4

/** Which PC: this one, this folder before it came here or was restored, or another by the beginning of its station id. */
export function stationWords(station: string, own: string, earlier: readonly EarlierStation[] = []): string {
  if (station === own) return '本机'
  const before = earlier.find((one) => one.station === station)
  if (before?.here === true) return '本机（恢复前）'
  const short = station.slice(0, SHORT)
  return before === undefined ? `另一台电脑（${short}）` : `原数据文件夹（${short}）`
}

/** When and by whom, in China time. */
export function whenAndWho({ at, by }: Pick<Act, 'at' | 'by'>): string {
  return `${chinaMinute(at)} ${by}`
}

/** 撤销于… of what an undo took back. */
export function undoneWords(undo: Act | null): string | null {
  return undo === null ? null : `撤销于 ${whenAndWho(undo)}`
}
