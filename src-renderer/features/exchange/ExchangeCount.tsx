import { useExchangeState } from '../../state/exchange-state.ts'
import styles from './Exchange.module.css'
import { attentionCount } from './exchange-words.ts'

/** PCs that want somebody to look, beside 同步 in the navigation. */
export function ExchangeCount() {
  const count = useExchangeState(({ status }) => attentionCount(status))
  if (count === 0) return null
  return (
    <span className={styles.count} title={`${count} 台电脑要看一下`}>
      {count}
    </span>
  )
}
