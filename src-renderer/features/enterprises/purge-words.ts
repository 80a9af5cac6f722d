import type { PurgePlacesReply } from '#shared/ipc/purge-channels.ts'
import type { PurgeReason } from '#shared/purge/purge-record.ts'

export function isComplete({ asker, reason }: PurgeReason): boolean {
  return asker.trim() !== '' && reason.trim() !== ''
}

/** Where the values still are after a purge, and what to do there. `backups` or `places` null: they cannot be listed. */
export function stillHolding(
  backups: readonly string[] | null,
  places: PurgePlacesReply | null,
): readonly string[] {
  return [
    backupWords(backups),
    ...(places === null
      ? ['数据文件夹和共享文件夹里的其他地方：没有看到，请稍后再打开本窗口。']
      : placeWords(places)),
    '另一台电脑的台账：这次清除同步过去以后，那台电脑打开这家企业时会提示，待办事项里也有，请在那里也清除一次。',
    '已定稿的报送文件（发件箱）、手工导出的同步文件、移交包、导出的表格和打印的材料：不会改动，请按需要收回、销毁。',
  ]
}

function placeWords({ received, keptFolders, share, sharesBefore }: PurgePlacesReply): readonly string[] {
  const words: string[] = []
  if (received > 0)
    words.push(
      `收到还没有合并的同步文件 ${received} 个：以后合并会把其中的值带回来，请在“同步”里合并或拒绝，再清除一次。`,
    )
  if (keptFolders > 0)
    words.push(
      `数据文件夹里“恢复前-…”文件夹 ${keptFolders} 个：里面是恢复以前的全部台账，确认不再需要后请整个删除。`,
    )
  if (share === 'there')
    words.push(
      '共享文件夹里本机的同步文件：清除后重新打开台账，下一次同步时换成没有这些值的，旧文件随之删除；同步完以前请不要关闭程序。',
    )
  if (share === 'away')
    words.push(
      '共享文件夹里本机的同步文件：共享文件夹现在不在，里面还有这些值；请接好它并打开程序，同步一次后旧文件才会删除。',
    )
  if (sharesBefore > 0)
    words.push(
      `共享文件夹里以前编号的文件夹 ${sharesBefore} 个：本机不再改写它们；没有别的电脑在用的，请整个删除。`,
    )
  return words
}

/** What the purge itself clears away beside the journal; null when there is nothing. */
export function alsoCleared(places: PurgePlacesReply | null): string | null {
  if (places === null || places.scraps === 0) return null
  return `程序中断时留下的半截文件 ${places.scraps} 个，里面没有已保存的内容，清除时一并删除。`
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
  readonly leftScraps: number
}

export function doneWords({
  edits,
  values,
  leftFiles,
  isCopyLeft,
  leftScraps,
}: PurgeOutcome): readonly string[] {
  const left = leftFiles === 0 ? [] : [`旧的日志文件还有 ${leftFiles} 个没能删除，下次打开台账时会再删。`]
  return [
    `从 ${edits} 次操作里去掉了 ${values} 个值，历史中显示“已清除”。`,
    '谁、什么时候填过仍留在历史里；名单、专利、企业数据和统计数字没有变化。',
    ...left,
    ...(isCopyLeft
      ? ['本机的临时副本没能删除，里面还有这些值：请关闭程序，再打开一次，程序会把它删除。']
      : []),
    ...(leftScraps === 0
      ? []
      : [
          `半截文件还有 ${leftScraps} 个没能删除：请关闭程序，到数据文件夹（含里面的文件夹）删除名称以“.tmp”“.torn”结尾的文件。`,
        ]),
    '台账日志已经换成新的，请重新打开台账。',
  ]
}
