import { Button } from '@mantine/core'
import { useState } from 'react'
import type { OutboxEntry } from '#shared/ipc/bundle-channels.ts'
import type { Profile } from '#shared/records/profile.ts'
import { desktop } from '../../platform/desktop.ts'
import { sentenceOf } from '../../ui/sentence.ts'
import { countersignFile } from '../../use-cases/sign-countersign.ts'
import { PLAN_PACK } from '../../workspace/plan-pack.ts'
import { KeyChoice } from './KeyChoice.tsx'
import styles from './Report.module.css'
import type { SignedContents } from './use-signed-contents.ts'
import type { SigningFiles } from './use-signing-files.ts'

export interface ReviewPartProps {
  readonly file: OutboxEntry
  readonly files: SigningFiles
  readonly profile: Profile
  readonly contents: SignedContents | null
  /** 退回修改. */
  readonly onReturned: () => void
}

/** The window reports by quarter; how many must sign is the pack's to say (DOMAIN.md J17). */
const MUST_REVIEW = PLAN_PACK.reports.some(
  ({ id, signers }) => id === 'quarterly' && signers.includes('reviewer'),
)

/** 审核签名 on the same PC: the 审核人 agrees to what is shown beside it with an own 口令, or sends it back. */
export function ReviewPart({ file, files, profile, contents, onReturned }: ReviewPartProps) {
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const carried = contents?.ok ? contents.value.signers : []
  const reviewers = files.keys.filter((key) => key.role === 'reviewer' && key.unit === profile.unit)
  const known = reviewers.filter((key) => carried.includes(key.kid))

  const sign = async (signer: { readonly kid: string; readonly passphrase: string }) => {
    setBusy(true)
    const signed = await countersignFile(desktop, { token: file.token, signer })
    setBusy(false)
    if (!signed.ok) return setFailure(sentenceOf(signed.error))
    files.refresh()
  }
  return (
    <section className={styles.review} aria-label="审核签名">
      <h2 className={styles.heading}>{MUST_REVIEW ? '审核签名（必须）' : '审核签名（可选）'}</h2>
      <p className={styles.lead}>
        请审核人核对右边已签名的报表、指标和变动，同意就输入自己的口令。
        {MUST_REVIEW ? '市局要求填报人、审核人两人签名。' : ''}
      </p>
      {contents?.ok && known.length === 0 ? (
        <NotCarried />
      ) : (
        <KeyChoice
          signer="reviewer"
          profile={profile}
          keys={known}
          failure={failure}
          busy={busy}
          action="同意，审核签名"
          obstacle={null}
          onKeyMade={files.refresh}
          onSign={(unlock) => void sign(unlock)}
        >
          <Button variant="default" onClick={onReturned}>
            退回修改
          </Button>
        </KeyChoice>
      )}
    </section>
  )
}

/** A key made after 定稿 is not in the file, so the city could not check its signature. */
function NotCarried() {
  return (
    <p className={styles.lead}>
      这份文件没有携带审核人的公钥（审核人密钥须在定稿以前建好），审核签名市局无法核验。要审核签名，请撤回定稿，建好密钥后重新定稿。
    </p>
  )
}
