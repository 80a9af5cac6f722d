import type { Manifest } from '#shared/bundle/manifest.ts'
import type { Verdict } from '#shared/bundle/verdict.ts'
import type { FileRef } from '#shared/ipc/channel.ts'
import { qrPayload, sizeText } from '#shared/sheets/cover-sheet.ts'
import { CodedFacts } from '../../ui/paper/CodedFacts.tsx'
import { Status } from '../../ui/Status.tsx'
import { CountersignPart } from './CountersignPart.tsx'
import styles from './Verify.module.css'
import {
  checkLines,
  countsText,
  localTime,
  OUTCOME_TONES,
  outcomeTitle,
  signatureLines,
  unitName,
  verdictSentence,
} from './verdict-view.ts'

export interface VerdictViewProps {
  readonly file: FileRef
  readonly verdict: Verdict
  readonly hasTrust: boolean
  /** The file with one signature more. */
  readonly onSigned: (file: FileRef) => void
}

const minutesEast = (): number => -new Date().getTimezoneOffset()

/** The verdict: one sentence, who signed, what it says of itself, and each check. */
export function VerdictView({ file, verdict, hasTrust, onSigned }: VerdictViewProps) {
  const { manifest } = verdict
  return (
    <>
      <header className={styles.verdict} data-tone={OUTCOME_TONES[verdict.outcome]}>
        <Status tone={OUTCOME_TONES[verdict.outcome]} word={outcomeTitle(verdict.outcome)} quiet />
        <p className={styles.sentence}>{verdictSentence(verdict)}</p>
      </header>
      {verdict.flags.map((flag) => (
        <p key={`${flag.flag} ${flag.message}`} className={styles.flag}>
          <Status tone="warn" word="注意" quiet /> {flag.message}
        </p>
      ))}
      <div className={styles.columns}>
        <section className={styles.column} aria-label="逐项检查">
          <Signatures verdict={verdict} hasTrust={hasTrust} />
          <h2 className={styles.heading}>逐项检查</h2>
          <ol className={styles.checks}>
            {checkLines(verdict).map((line) => (
              <li key={line.title} className={styles.checkLine}>
                <Status tone={line.tone} word={line.word} />
                <span className={styles.checkTitle}>{line.title}</span>
                <span>
                  {line.message}
                  {line.advice.map((advice) => (
                    <span key={advice} className={styles.advice}>
                      {advice}
                    </span>
                  ))}
                </span>
              </li>
            ))}
          </ol>
        </section>
        {manifest === null ? null : (
          <section className={styles.column} aria-label="文件内容">
            <h2 className={styles.heading}>
              {verdict.outcome === 'rejected' ? '文件自称的内容（没有通过验证，不可信）' : '文件内容'}
            </h2>
            <FileFacts verdict={verdict} manifest={manifest} />
            {verdict.outcome === 'rejected' ? null : (
              <CountersignPart file={file} verdict={verdict} manifest={manifest} onSigned={onSigned} />
            )}
          </section>
        )}
      </div>
    </>
  )
}

function Signatures({ verdict, hasTrust }: { verdict: Verdict; hasTrust: boolean }) {
  const lines = signatureLines(verdict.signatures, minutesEast())
  return (
    <>
      <h2 className={styles.heading}>谁签的</h2>
      {lines.length === 0 ? (
        <p className={styles.muted}>没有读到可信的签名。</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">姓名</th>
              <th scope="col">身份</th>
              <th scope="col">签名时间</th>
              <th scope="col">结果</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.key}>
                <th scope="row">{line.person}</th>
                <td>{line.role}</td>
                <td>{line.signedAt}</td>
                <td>
                  <Status tone={line.tone} word={line.word} quiet />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hasTrust ? null : <p className={styles.muted}>没有选信任名单：只有本机的密钥算已登记。</p>}
    </>
  )
}

function FileFacts({ verdict, manifest }: { verdict: Verdict; manifest: Manifest }) {
  const { code, identity, name, bytes } = verdict
  const source = { profile: { unit: manifest.from }, period: { id: manifest.period ?? '' } }
  return (
    <CodedFacts
      qr={
        code === null || identity === null ? null : qrPayload({ seq: manifest.seq, identity }, source, code)
      }
      facts={[
        { term: '校验码', words: code ?? '—', isCode: true },
        { term: '文件', words: `${name ?? '—'}（${sizeText(bytes)}）` },
        { term: '报送单位', words: unitName(manifest.from) },
        { term: '收件单位', words: unitName(manifest.to) },
        { term: '制作时间', words: localTime(manifest.createdAt, minutesEast()) },
        { term: '内容', words: countsText(manifest.counts) },
        { term: '联系方式', words: manifest.contacts === 'included' ? '随文件报送' : '未随文件报送' },
        { term: '口径版本', words: manifest.pack.version },
        {
          term: '替代文件',
          words: manifest.supersedes === null ? '不替代别的文件' : '替代本期以前报送的一份',
        },
      ]}
    />
  )
}
