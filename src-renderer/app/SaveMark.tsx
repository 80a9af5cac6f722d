import { Tooltip } from '@mantine/core'
import { useSaveState } from '../state/save-state.ts'
import { Status } from '../ui/Status.tsx'
import { sentenceOf } from '../ui/sentence.ts'
import styles from './TitleBar.module.css'

/** 已保存 means that the journal has it on the disk. */
export function SaveMark() {
  const running = useSaveState((state) => state.running)
  const failure = useSaveState((state) => state.failure)
  return (
    <span className={styles.saved} role="status" aria-label="保存状态">
      {running > 0 ? <Status quiet tone="waiting" word="正在保存" /> : null}
      {running === 0 && failure === null ? <Status quiet tone="good" word="已保存" /> : null}
      {running === 0 && failure !== null ? (
        <Tooltip label={sentenceOf(failure)} multiline w={320}>
          <span>
            <Status tone="bad" word="保存失败" />
          </span>
        </Tooltip>
      ) : null}
    </span>
  )
}
