import type { Row } from '#shared/records/dictionary.ts'
import { qrPayload } from '#shared/sheets/cover-sheet.ts'
import { QrCode } from '../../ui/paper/QrCode.tsx'
import styles from './Report.module.css'

/** Name, 30-digit code and QR of a signed file: what must agree with the stamped paper. */
export function FileFacts({ submission, unit }: { submission: Row<'submission'>; unit: string }) {
  const { code = '', identity = '', period = '', seq = 0, fileName } = submission
  return (
    <div className={styles.facts}>
      <QrCode
        text={qrPayload({ seq, identity }, { profile: { unit }, period: { id: period } }, code)}
        className={styles.qr ?? ''}
      />
      <dl className={styles.factList}>
        <dt>文件</dt>
        <dd>{fileName}</dd>
        <dt>校验码</dt>
        <dd className={styles.code}>{code}</dd>
        <dt>定稿日期</dt>
        <dd>{submission.signedOn ?? '—'}</dd>
      </dl>
    </div>
  )
}
