import { Anchor } from '@mantine/core'
import { chinaMinute } from '#shared/china-day.ts'
import type { ExchangeStatus } from '#shared/ipc/exchange-channels.ts'
import { useScreenState } from '../../state/screen-state.ts'
import styles from './Exchange.module.css'
import { mergedWords } from './exchange-words.ts'

const SHOWN = 8

/** The last merges, newest first, and files that cannot be read. */
export function BatchesSection({ status }: { status: ExchangeStatus }) {
  const goTo = useScreenState((state) => state.goTo)
  const { batches, unreadable } = status
  return (
    <>
      {unreadable.length === 0 ? null : (
        <section aria-label="读不出来的文件">
          <h2 className={styles.heading}>读不出来的文件</h2>
          <ul className={styles.list}>
            {unreadable.map(({ name, title, advice }) => (
              <li key={name} className={styles.line}>
                {`${name}：${title}。${advice}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {batches.length === 0 ? null : (
        <section aria-label="最近合并">
          <h2 className={styles.heading}>
            最近合并
            <Anchor component="button" type="button" size="sm" onClick={() => goTo('log')}>
              操作记录
            </Anchor>
          </h2>
          <ul className={styles.list}>
            {batches
              .slice(-SHOWN)
              .toReversed()
              .map((batch) => (
                <li key={batch.batch} className={styles.line}>
                  <span className={styles.when}>{chinaMinute(batch.at)}</span>
                  {mergedWords(batch)}
                </li>
              ))}
          </ul>
        </section>
      )}
    </>
  )
}
