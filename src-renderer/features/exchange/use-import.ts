import { notifications } from '@mantine/notifications'
import { desktop } from '../../platform/desktop.ts'
import { sentenceOf } from '../../ui/sentence.ts'
import { pickExchangeFiles, receiveExchangeFiles } from '../../use-cases/exchange-import.ts'

/** 导入同步文件 by button or drop, several at once; each that is refused is told in words. */
export function useImport(unit: string | null, imported: () => Promise<void>) {
  const take = async (importing: ReturnType<typeof pickExchangeFiles>) => {
    const done = await importing
    if (!done.ok) {
      notifications.show({ color: 'red', title: '没有导入', message: sentenceOf(done.error) })
      return
    }
    const refused = done.value.filter(({ problem }) => problem !== null)
    for (const { name, problem } of refused)
      if (problem !== null)
        notifications.show({
          color: 'red',
          title: `“${name}”没有导入`,
          message: `${problem.title}。${problem.advice}`,
          autoClose: false,
        })
    if (done.value.length > refused.length) await imported()
  }
  return {
    pick: async () => {
      if (unit !== null) await take(pickExchangeFiles(desktop, unit))
    },
    receive: async (files: readonly File[]) => {
      if (unit !== null) await take(receiveExchangeFiles(desktop, unit, files))
    },
  }
}
