import type { Row } from '#shared/records/dictionary.ts'
import { qrPayload } from '#shared/sheets/cover-sheet.ts'
import { CodedFacts } from '../../ui/paper/CodedFacts.tsx'

/** Name, 30-digit code and QR of a signed file: what must agree with the stamped paper. */
export function FileFacts({ submission, unit }: { submission: Row<'submission'>; unit: string }) {
  const { code = '', identity = '', period = '', seq = 0, fileName = '—', signedOn = '—' } = submission
  return (
    <CodedFacts
      qr={qrPayload({ seq, identity }, { profile: { unit }, period: { id: period } }, code)}
      facts={[
        { term: '文件', words: fileName },
        { term: '校验码', words: code, isCode: true },
        { term: '定稿日期', words: signedOn },
      ]}
    />
  )
}
