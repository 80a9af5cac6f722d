import { LEAST_MEGABYTES } from '#shared/disk/disk-room.ts'
import type { Message } from '#shared/errors/app-error.ts'
import type { Reply } from '#shared/ipc/contract.ts'

export type RoomLeft = Extract<Reply<'data-folder:room'>, { ok: true }>['value']

/** What the window says of the disk of the data folder; null while there is room. */
export function diskWords({ folder, room, megabytes }: RoomLeft): Message | null {
  if (room === 'plenty' || megabytes === null) return null
  const title = `“${folder}”所在磁盘只剩 ${megabytes} MB`
  return room === 'low'
    ? { title, advice: `请清理磁盘，少于 ${LEAST_MEGABYTES} MB 时程序不再保存新内容。` }
    : { title: `${title}，已停止保存`, advice: '请先清理磁盘，再保存一次。已保存的内容不受影响。' }
}
