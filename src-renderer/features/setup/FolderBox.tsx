import { Button } from '@mantine/core'
import { IconFolder } from '@tabler/icons-react'
import { useDataFolder } from '../../state/use-data-folder.ts'
import { sentenceOf } from '../../ui/sentence.ts'
import styles from './setup.module.css'

/** 数据文件夹: the default place, or another disk. */
export function FolderBox() {
  const { folder, chosen, failure, choose } = useDataFolder()
  return (
    <section className={styles.folderBox} aria-label="数据文件夹">
      <h2 className={styles.legend}>数据文件夹</h2>
      <p className={styles.folder}>
        <IconFolder size={20} stroke={1.6} aria-hidden />
        {chosen ? folder?.name : '默认位置（本机用户文件夹内）'}
      </p>
      <p className={styles.quiet}>
        台账、密钥和报送文件都保存在这里。建议改选到 D 盘等非系统盘：重装系统时 C 盘会被清空。
      </p>
      <p className={styles.quiet}>改选已有数据的文件夹，会直接打开其中的台账。</p>
      {failure === null ? null : (
        <p role="alert" className={styles.problem}>
          {sentenceOf(failure)}
        </p>
      )}
      <Button variant="default" onClick={() => void choose()}>
        选择其他文件夹
      </Button>
    </section>
  )
}
