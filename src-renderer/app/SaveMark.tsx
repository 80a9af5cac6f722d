import { Tooltip } from '@mantine/core'
import { useSaveState } from '../state/save-state.ts'
import { unsavedTexts, useKeptTexts } from '../ui/kept-texts.ts'
import { Status } from '../ui/Status.tsx'
import { sentenceOf } from '../ui/sentence.ts'
import { badWords } from './save-words.ts'
import styles from './TitleBar.module.css'

/** 已保存 means that the journal has it on the disk. */
export function SaveMark() {
  const running = useSaveState((state) => state.running)
  const failure = useSaveState((state) => state.failure)
  const unsaved = unsavedTexts(useKeptTexts((state) => state.texts))
  const bad = badWords(failure === null ? null : sentenceOf(failure), unsaved)
  return (
    <span className={styles.saved} role="status" aria-label="保存状态">
      {running > 0 ? <Status quiet tone="waiting" word="正在保存" /> : null}
      {running === 0 && bad === null ? <Status quiet tone="good" word="已保存" /> : null}
      {running === 0 && bad !== null ? (
        <Tooltip label={bad.reason} multiline w={360}>
          <span>
            <Status tone="bad" word={bad.word} />
          </span>
        </Tooltip>
      ) : null}
    </span>
  )
}
