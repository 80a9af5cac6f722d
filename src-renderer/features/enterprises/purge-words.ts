import type { PurgeReason } from '#shared/purge/purge-record.ts'

export function isComplete({ asker, reason }: PurgeReason): boolean {
  return asker.trim() !== '' && reason.trim() !== ''
}

/** Where the values still are after a purge, and what to do there. `backups` null: they cannot be listed. */
export function stillHolding(backups: readonly string[] | null): readonly string[] {
  return [
    backupWords(backups),
    '另一台电脑的台账：这次清除同步过去以后，那台电脑打开这家企业时会提示，请在那里也清除一次。',
    '已定稿的报送文件（发件箱）、已发出的同步文件、导出的表格和打印的材料：不会改动。',
  ]
}

function backupWords(backups: readonly string[] | null): string {
  const what = '恢复它们会把这些内容带回来，请删除或加密保管'
  if (backups === null) return `以前的备份：${what}。`
  if (backups.length === 0) return '以前的备份：没有找到；抄到别处的备份也要处理。'
  return `以前的备份，共 ${backups.length} 处（见下）：${what}；抄到别处的也一样。`
}

export interface PurgeOutcome {
  readonly edits: number
  readonly values: number
  readonly leftFiles: number
  readonly isCopyLeft: boolean
}

export function doneWords({ edits, values, leftFiles, isCopyLeft }: PurgeOutcome): readonly string[] {
  const left = leftFiles === 0 ? [] : [`旧的日志文件还有 ${leftFiles} 个没能删除，下次打开台账时会再删。`]
  return [
    `从 ${edits} 次操作里去掉了 ${values} 个值，历史中显示“已清除”。`,
    '谁、什么时候填过仍留在历史里；名单、专利、企业数据和统计数字没有变化。',
    ...left,
    ...(isCopyLeft
      ? ['本机的临时副本没能删除，里面还有这些值：请关闭程序，再打开一次，程序会把它删除。']
      : []),
    '台账日志已经换成新的，请重新打开台账。',
  ]
}
