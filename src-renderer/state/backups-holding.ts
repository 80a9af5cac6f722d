import { useEffect, useState } from 'react'
import { chinaMinute } from '#shared/china-day.ts'
import { desktop } from '../platform/desktop.ts'

/**
 * The backups there are, by time and place: all were made before now, so they still hold what a purge takes out. Null
 * while they cannot be listed. A second place that is away is named by itself: nobody knows what lies on it.
 */
export function useBackupsHolding(): readonly string[] | null {
  const [names, setNames] = useState<readonly string[] | null>(null)
  useEffect(() => {
    void Promise.all([desktop.call('backup:list', null), desktop.call('backup:status', null)]).then(
      ([list, status]) => {
        if (!list.ok || !status.ok) return
        const { second } = status.value
        const away = second !== null && !list.value.secondReachable
        const known = list.value.backups.map(
          ({ place, createdAt }) =>
            `${chinaMinute(createdAt)}（${place === 'data' ? '数据文件夹' : '第二处'}）`,
        )
        setNames([...known, ...(away ? [`第二处“${second.folder.name}”上的全部备份（现在不在）`] : [])])
      },
    )
  }, [])
  return names
}
