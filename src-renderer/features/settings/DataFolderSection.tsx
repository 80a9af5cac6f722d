import { Button } from '@mantine/core'
import { IconFolder } from '@tabler/icons-react'
import { useDataFolder } from '../../state/use-data-folder.ts'
import { sentenceOf } from '../../ui/sentence.ts'
import styles from './settings.module.css'

/** 数据文件夹 by name; another one opens the records in it, or begins anew. */
export function DataFolderSection({ trial }: { trial: boolean }) {
  const { folder, chosen, failure, choose, reveal } = useDataFolder()
  return (
    <section className={styles.section} aria-label="数据文件夹">
      <h2 className={styles.heading}>数据文件夹</h2>
      <p className={styles.line}>
        <IconFolder size={18} stroke={1.6} aria-hidden />
        {chosen ? folder?.name : '默认位置（本机用户文件夹内）'}
      </p>
      <p className={styles.quiet}>
        {trial
          ? '现在是试用数据。正式使用时，请点“选择其他文件夹”并选一个空文件夹（建议 D 盘等非系统盘），程序会重新进入首次设置；试用数据留在原处。'
          : '建议放在 D 盘等非系统盘。选择其他文件夹不会搬动数据：里面有台账就打开，没有就从头开始。'}
      </p>
      {failure === null ? null : (
        <p role="alert" className={styles.problem}>
          {sentenceOf(failure)}
        </p>
      )}
      <div className={styles.actions}>
        <Button variant="default" disabled={folder === null} onClick={() => void reveal()}>
          打开所在文件夹
        </Button>
        <Button variant="default" onClick={() => void choose()}>
          选择其他文件夹
        </Button>
      </div>
    </section>
  )
}
