import { Button, PasswordInput, Select } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import type { Manifest } from '#shared/bundle/manifest.ts'
import type { PublicKey } from '#shared/bundle/public-key.ts'
import type { Verdict } from '#shared/bundle/verdict.ts'
import type { FileRef } from '#shared/ipc/channel.ts'
import { desktop } from '../../platform/desktop.ts'
import { sentenceOf } from '../../ui/sentence.ts'
import { countersignFile } from '../../use-cases/sign-countersign.ts'
import styles from './Verify.module.css'

export interface CountersignPartProps {
  readonly file: FileRef
  readonly verdict: Verdict
  readonly manifest: Manifest
  readonly onSigned: (file: FileRef) => void
}

/** 审核签名 on another PC than the 填报人's: only where this PC holds a 审核人 key of the file's unit. */
export function CountersignPart({ file, verdict, manifest, onSigned }: CountersignPartProps) {
  const keys = useReviewerKeys(manifest.from).filter(
    (key) => !verdict.signatures.some((signature) => signature.person === key.person),
  )
  const [chosen, setChosen] = useState<string | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const key = keys.find((each) => each.kid === chosen) ?? keys[0]
  if (key === undefined || manifest.kind !== 'report') return null

  const sign = async () => {
    setBusy(true)
    const signed = await countersignFile(desktop, {
      token: file.token,
      signer: { kid: key.kid, passphrase },
    })
    setBusy(false)
    if (!signed.ok) return setFailure(sentenceOf(signed.error))
    setPassphrase('')
    const { token, name, bytes } = signed.value
    onSigned({ token, name, size: bytes })
    const saved = await desktop.call('files:save', { token, name })
    if (!saved.ok) notifications.show({ color: 'red', title: '没有另存', message: sentenceOf(saved.error) })
    else {
      const where = saved.value === null ? '已留在发件箱。' : `另存为 ${saved.value.name}。`
      notifications.show({ title: '已审核签名', message: `校验码不变，${where}` })
    }
  }
  return (
    <form
      className={styles.sign}
      onSubmit={(event) => {
        event.preventDefault()
        void sign()
      }}
    >
      <h2 className={styles.heading}>审核签名</h2>
      {manifest.signers.some((signer) => signer.kid === key.kid) ? null : (
        <p className={styles.flag}>这把密钥的公钥没有随文件携带，市局须先登记它才能核验。</p>
      )}
      <div className={styles.signRow}>
        <Select
          size="xs"
          label="审核人签名密钥"
          value={key.kid}
          allowDeselect={false}
          data={keys.map((each) => ({ value: each.kid, label: each.person }))}
          onChange={setChosen}
        />
        <PasswordInput
          size="xs"
          label="审核人口令"
          value={passphrase}
          error={failure}
          visibilityToggleButtonProps={{ 'aria-label': '显示口令' }}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
      </div>
      <Button type="submit" loading={busy} disabled={passphrase === ''}>
        同意，审核签名
      </Button>
    </form>
  )
}

function useReviewerKeys(unit: string): readonly PublicKey[] {
  const [keys, setKeys] = useState<readonly PublicKey[]>([])
  useEffect(() => {
    let gone = false
    void desktop.call('keys:list', null).then((listed) => {
      if (!gone && listed.ok)
        setKeys(listed.value.filter((key) => key.role === 'reviewer' && key.unit === unit))
    })
    return () => {
      gone = true
    }
  }, [unit])
  return keys
}
