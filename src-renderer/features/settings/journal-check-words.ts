import type { JournalCheck } from '../../use-cases/check-journal.ts'

const MEGABYTE = 1024 * 1024

/** 共 1,234 次修改，本机编号 2 个，日志文件 3 个，12.5 MB. */
export function journalCheckWords({ edits, segments, bytes, stations }: JournalCheck): string {
  const size = bytes < MEGABYTE / 10 ? '不到 0.1 MB' : `${(bytes / MEGABYTE).toFixed(1)} MB`
  const count = edits.toLocaleString('zh-CN')
  return `共 ${count} 次修改，本机编号 ${stations} 个，日志文件 ${segments} 个，${size}。`
}
