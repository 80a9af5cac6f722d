import { Button } from '@mantine/core'
import { IconArrowLeft, IconFolderShare, IconPencilCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { AppError } from '#shared/errors/app-error.ts'
import type { ReportPeriod } from '#shared/indicators/indicator.ts'
import { quarterTitle } from '#shared/indicators/report-period.ts'
import type { OutboxEntry } from '#shared/ipc/bundle-channels.ts'
import type { FileRef } from '#shared/ipc/channel.ts'
import type { Row } from '#shared/records/dictionary.ts'
import type { Profile } from '#shared/records/profile.ts'
import { desktop } from '../../platform/desktop.ts'
import { newId } from '../../platform/new-id.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { Status } from '../../ui/Status.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import type { PrintProgress } from '../../use-cases/print-sheets.ts'
import { type HandoverDone, handOver, unitNameOf } from '../../use-cases/report-hand-over.ts'
import { PLAN_PACK } from '../../workspace/plan-pack.ts'
import { useWorkspace } from '../../workspace/use-workspace.ts'
import { HandoverResult } from './HandoverResult.tsx'
import { PaperView } from './PaperView.tsx'
import styles from './Report.module.css'
import { useReportDrafts } from './report-draft.ts'

export interface HandoverStepProps {
  readonly profile: Profile
  readonly period: ReportPeriod
  readonly standing: Row<'submission'> | null
  readonly file: OutboxEntry | undefined
  readonly done: HandoverDone | undefined
}

interface Failure {
  readonly error: AppError
  /** The place that was tried; null when there was none. */
  readonly folder: FileRef | null
}

/** ④ The folder for the city: written whole, or not at all with a sentence and 重试. */
export function HandoverStep({ profile, period, standing, file, done }: HandoverStepProps) {
  const show = useReportDrafts((state) => state.show)
  if (standing === null || file === undefined) {
    return (
      <EmptyState
        icon={IconPencilCheck}
        title={standing === null ? '还没有定稿' : '发件箱里没有这份定稿'}
        next={
          standing === null
            ? '报送材料由已签名的文件生成。请先完成第 3 步定稿签名。'
            : '请回到第 3 步撤回这份定稿，重新签名。'
        }
      >
        <Button onClick={() => show('sign')}>去定稿签名</Button>
      </EmptyState>
    )
  }
  return <HandoverForm profile={profile} period={period} standing={standing} file={file} done={done} />
}

interface HandoverFormProps extends HandoverStepProps {
  readonly standing: Row<'submission'>
  readonly file: OutboxEntry
}

function HandoverForm({ profile, period, standing, file, done }: HandoverFormProps) {
  const workspace = useWorkspace()
  const { keepHandover, show } = useReportDrafts()
  const [progress, setProgress] = useState<(PrintProgress & { readonly task: string }) | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [printing, setPrinting] = useState(false)

  const write = async (folder: FileRef) => {
    setFailure(null)
    const task = newId()
    setProgress({ task, label: '正在核对定稿文件', done: 0, total: null })
    const contents = await desktop.call('bundle:contents', { token: file.token })
    const written = contents.ok
      ? await handOver(
          {
            desktop,
            workspace,
            pack: PLAN_PACK,
            task,
            onProgress: (now) => setProgress({ ...now, task }),
          },
          { submission: standing, period, file: file.token, contacts: contents.value.contacts, folder },
        )
      : contents
    setProgress(null)
    if (written.ok) keepHandover(file.identity, written.value)
    else if (written.error.code !== 'task.cancelled') setFailure({ error: written.error, folder })
  }
  const choose = async () => {
    const picked = await desktop.call('files:pick-folder', { purpose: 'handover' })
    if (!picked.ok) setFailure({ error: picked.error, folder: null })
    else if (picked.value !== null) await write(picked.value)
  }

  if (printing && done !== undefined) {
    const name = `${unitNameOf(profile, PLAN_PACK)}_${quarterTitle(period)}_报送交接单和报表`
    return (
      <PaperView sheets={done.sheets} name={name} note="与报送材料一致，带校验码">
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={() => setPrinting(false)}
        >
          返回
        </Button>
      </PaperView>
    )
  }
  return (
    <div className={styles.step4}>
      <div className={styles.actions}>
        <Button
          leftSection={<IconFolderShare size={16} aria-hidden />}
          variant={done === undefined ? 'filled' : 'default'}
          onClick={() => void choose()}
        >
          {done === undefined ? '选择位置并输出…' : '再输出一份…'}
        </Button>
        <span className={styles.muted}>
          U盘或任一文件夹。写入报送文件、报表（表格和 PDF）、报送交接单、邮件文字，写完逐个回读核对。
        </span>
      </div>
      {failure === null ? null : (
        <div className={styles.failure} role="alert">
          <Status tone="bad" word="没有输出" quiet />
          <span className={styles.message}>{sentenceOf(failure.error)}</span>
          {failure.folder === null ? null : <RetryButton folder={failure.folder} onRetry={write} />}
          {failure.error.code === 'bundle.records-changed' ? (
            <Button variant="default" onClick={() => show('sign')}>
              去撤回
            </Button>
          ) : (
            <Button variant="default" onClick={() => void choose()}>
              换个位置
            </Button>
          )}
        </div>
      )}
      {done === undefined ? null : (
        <HandoverResult
          done={done}
          standing={standing}
          unit={profile.unit ?? ''}
          onPrint={() => setPrinting(true)}
        />
      )}
      {progress === null ? null : (
        <ProgressDialog
          title="正在输出报送材料"
          label={progress.label}
          done={progress.done}
          total={progress.total}
          onCancel={() => void desktop.call('task:cancel', { task: progress.task })}
        />
      )}
    </div>
  )
}

function RetryButton({ folder, onRetry }: { folder: FileRef; onRetry: (folder: FileRef) => Promise<void> }) {
  return (
    <Button variant="default" onClick={() => void onRetry(folder)}>
      重试
    </Button>
  )
}
