import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ReportPeriod } from '#shared/indicators/indicator.ts'
import type { OutboxEntry } from '#shared/ipc/bundle-channels.ts'
import type { Row } from '#shared/records/dictionary.ts'
import type { Profile } from '#shared/records/profile.ts'
import { Status } from '../../ui/Status.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { withdrawReport } from '../../use-cases/report-withdraw.ts'
import { useWorkspace } from '../../workspace/use-workspace.ts'
import { FileFacts } from './FileFacts.tsx'
import styles from './Report.module.css'
import { ReviewPart } from './ReviewPart.tsx'
import { useReportDrafts } from './report-draft.ts'
import { SignedViews } from './SignedViews.tsx'
import { useSignedContents } from './use-signed-contents.ts'
import type { SigningFiles } from './use-signing-files.ts'

export interface SignedReportProps {
  readonly standing: Row<'submission'>
  readonly file: OutboxEntry | undefined
  readonly files: SigningFiles
  readonly profile: Profile
  readonly period: ReportPeriod
}

/** A report that is signed: its code, its signatures, and the ways back. */
export function SignedReport({ standing, file, files, profile, period }: SignedReportProps) {
  const workspace = useWorkspace()
  const { change, show } = useReportDrafts()
  const sent = standing.state === '已报送'
  const contents = useSignedContents(file)

  const withdraw = async () => {
    const done = await withdrawReport(workspace, standing)
    notifications.show(
      done.ok
        ? { title: '已撤回', message: `${standing.fileName ?? ''} 作废，改好后可以重新定稿。` }
        : { color: 'red', title: '没有撤回', message: sentenceOf(done.error) },
    )
  }
  return (
    <div className={styles.signed}>
      <div className={styles.signedSide}>
        <section className={styles.review} aria-label="定稿文件">
          <h2 className={styles.heading}>{sent ? '已报送的文件' : '定稿文件'}</h2>
          <FileFacts submission={standing} unit={profile.unit ?? ''} />
          {file === undefined ? (
            <Status tone="warn" word="发件箱里没有这份文件，不能输出；请撤回后重新定稿" />
          ) : (
            <Status
              tone={file.signatures > 1 ? 'good' : 'note'}
              word={file.signatures > 1 ? `已有 ${file.signatures} 个签名` : '只有填报人签名'}
            />
          )}
          <div className={styles.actions}>
            {sent ? (
              <Button variant="default" onClick={() => change(standing.period ?? '', { again: true })}>
                修改重报
              </Button>
            ) : (
              <>
                <Button onClick={() => show('handover')}>下一步：输出报送材料</Button>
                <Button variant="default" onClick={() => void withdraw()}>
                  撤回定稿
                </Button>
              </>
            )}
          </div>
          <p className={styles.muted}>
            {sent
              ? '市局退回或需要更正时，点“修改重报”，新文件替代这一份。'
              : '撤回后编号不再使用，下一份文件会写明它已作废。'}
          </p>
        </section>
        {file === undefined || sent || file.signatures > 1 ? null : (
          <ReviewPart
            file={file}
            files={files}
            profile={profile}
            contents={contents}
            onReturned={() => void withdraw()}
          />
        )}
      </div>
      {file === undefined ? null : (
        <SignedViews
          standing={standing}
          period={period}
          file={file}
          outbox={files.outbox}
          contents={contents}
        />
      )}
    </div>
  )
}
