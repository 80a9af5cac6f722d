import { Anchor } from '@mantine/core'
import type { ScreenId } from '../../state/screen-id.ts'
import { useScreenState } from '../../state/screen-state.ts'
import type { MergedBatch } from '../../use-cases/exchange-round.ts'
import styles from './Exchange.module.css'
import { mergedWords } from './exchange-words.ts'

/** One line after a merge, with the way to what it left open and to what it did. */
export function MergedNotice({ batch }: { batch: MergedBatch }) {
  return (
    <span className={styles.notice}>
      {mergedWords(batch)}
      {batch.conflicts > 0 ? <ScreenLink to="review">去待核对</ScreenLink> : null}
      <ScreenLink to="log">操作记录</ScreenLink>
    </span>
  )
}

export function NewcomerNotice({ name }: { name: string }) {
  return (
    <span className={styles.notice}>
      “{name}”第一次送来修改，核对以后才会合并
      <ScreenLink to="exchange">去同步</ScreenLink>
    </span>
  )
}

function ScreenLink({ to, children }: { to: ScreenId; children: string }) {
  const goTo = useScreenState((state) => state.goTo)
  return (
    <Anchor component="button" type="button" size="sm" onClick={() => goTo(to)}>
      {children}
    </Anchor>
  )
}
