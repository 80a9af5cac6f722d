import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { OutboxEntry } from '#shared/ipc/bundle-channels.ts'
import type { Reply } from '#shared/ipc/contract.ts'
import type { Profile } from '#shared/records/profile.ts'
import { desktop } from '../../platform/desktop.ts'
import { sentenceOf } from '../../ui/sentence.ts'
import { countersignFile } from '../../use-cases/sign-countersign.ts'
import { KeyChoice } from './KeyChoice.tsx'
import { NumbersTable } from './NumbersTable.tsx'
import styles from './Report.module.css'
import type { SigningFiles } from './use-signing-files.ts'

export interface ReviewPartProps {
  readonly file: OutboxEntry
  readonly files: SigningFiles
  readonly profile: Profile
  /** 退回修改. */
  readonly onReturned: () => void
}

/** 审核签名 on the same PC: the 审核人 sees the signed numbers, then agrees with an own 口令 or sends it back. */
export function ReviewPart({ file, files, profile, onReturned }: ReviewPartProps) {
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const contents = useContents(file)
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
  if (file.signatures > 1) return <Signed contents={contents} />
  return (
    <section className={styles.column} aria-label="审核签名">
      <h2 className={styles.heading}>审核签名（可选）</h2>
      <p className={styles.lead}>
        请审核人核对已签名的数，同意就输入自己的口令。市局口径要求两人签名时必须做。
      </p>
      <SignedNumbers contents={contents} />
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

type Contents = Reply<'bundle:contents'>

function useContents(file: OutboxEntry): Contents | null {
  const [contents, setContents] = useState<Contents | null>(null)
  const { token } = file
  useEffect(() => {
    let gone = false
    void desktop.call('bundle:contents', { token }).then((read) => {
      if (!gone) setContents(read)
    })
    return () => {
      gone = true
    }
  }, [token])
  return contents
}

function Signed({ contents }: { contents: Contents | null }) {
  return (
    <section className={styles.column} aria-label="已签名的数">
      <h2 className={styles.heading}>已签名的数</h2>
      <SignedNumbers contents={contents} />
    </section>
  )
}

/** What the file itself says, not what the records say now. */
function SignedNumbers({ contents }: { contents: Contents | null }) {
  if (contents === null) return <p className={styles.muted}>正在读取定稿文件</p>
  if (!contents.ok) return <p className={styles.bad}>{sentenceOf(contents.error)}</p>
  const { figures, overrides } = contents.value
  return (
    <>
      <NumbersTable figures={figures} />
      {overrides.length === 0 ? null : (
        <details className={styles.reasons}>
          <summary>随文件报送的说明 {overrides.length} 条</summary>
          <ul>
            {overrides.map((override) => (
              <li key={override.subject}>
                {override.computed}：{override.reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
