import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import type { Row } from '#shared/records/dictionary.ts'
import { sizeText } from '#shared/sheets/cover-sheet.ts'
import { desktop } from '../../platform/desktop.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Status } from '../../ui/Status.tsx'
import type { HandoverDone } from '../../use-cases/report-hand-over.ts'
import { FileFacts } from './FileFacts.tsx'
import styles from './Report.module.css'
import { useReportDrafts } from './report-draft.ts'

export interface HandoverResultProps {
  readonly done: HandoverDone
  readonly standing: Row<'submission'>
  readonly unit: string
  readonly onPrint: () => void
}

/** What was written, how large it is, and the text for the mail. */
export function HandoverResult({ done, standing, unit, onPrint }: HandoverResultProps) {
  const show = useReportDrafts((state) => state.show)
  return (
    <div className={styles.columns}>
      <section className={styles.column} aria-label="已写入">
        <h2 className={styles.heading}>
          <Status tone="good" word="已写入并核对" quiet /> {done.folder.name}
        </h2>
        <table className={styles.numbers}>
          <tbody>
            {done.files.map((file) => (
              <tr key={file.name}>
                <th scope="row">{file.name}</th>
                <td className={styles.right}>{sizeText(file.bytes)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">共 {done.files.length} 个文件</th>
              <td className={styles.right}>{sizeText(done.bytes)}</td>
            </tr>
          </tbody>
        </table>
        {done.splitHint === null ? null : <p className={styles.warn}>{done.splitHint}</p>}
        <div className={styles.actions}>
          <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={onPrint}>
            打印报表和交接单…
          </Button>
          <Button variant="default" onClick={() => show('register')}>
            下一步：报送登记
          </Button>
          <Button
            variant="default"
            onClick={() => void desktop.call('files:reveal', { token: done.folder.token })}
          >
            打开所在文件夹
          </Button>
        </div>
        <p className={styles.muted}>请打印报表和交接单盖章，和材料一起报送。纸上的校验码应与下面一致。</p>
        <FileFacts submission={standing} unit={unit} />
      </section>
      <section className={styles.column} aria-label="邮件文字">
        <h2 className={styles.heading}>邮件文字</h2>
        <pre className={styles.mail}>{done.mail}</pre>
        <CopyButton text={done.mail} label="复制邮件文字" />
      </section>
    </div>
  )
}
