import { Button } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import type { Verdict } from '#shared/bundle/verdict.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import { desktop } from '../../platform/desktop.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { DropZone } from '../../ui/DropZone.tsx'
import { FileDropArea } from '../../ui/FileDropArea.tsx'
import { Page } from '../../ui/Page.tsx'
import { Status } from '../../ui/Status.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { outboxFile, receiveFile, type VerifyRequest, verifyFile } from '../../use-cases/verify-file.ts'
import { ReferenceFiles } from './ReferenceFiles.tsx'
import { VerdictView } from './VerdictView.tsx'
import styles from './Verify.module.css'

interface Checked extends VerifyRequest {
  readonly result: Result<Verdict, AppError>
}

/** 验证: any signed file in, a verdict in words out; nothing is taken in. */
export function VerifyScreen() {
  const target = useScreenState((state) => state.target)
  const [checked, setChecked] = useState<Checked | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  const [busy, setBusy] = useState(false)

  const check = useCallback(async (request: VerifyRequest) => {
    setBusy(true)
    setFailure(null)
    const result = await verifyFile(desktop, request)
    setBusy(false)
    setChecked({ ...request, result })
  }, [])
  const open = async (file: File) => {
    const received = await receiveFile(desktop, file)
    if (!received.ok) return setFailure(received.error)
    await check({ file: received.value, trust: checked?.trust ?? null, previous: null })
  }
  const pick = async () => {
    const picked = await desktop.call('files:pick', { purpose: 'bundle', multiple: false })
    if (!picked.ok) return setFailure(picked.error)
    const file = picked.value?.[0]
    if (file !== undefined) await check({ file, trust: checked?.trust ?? null, previous: null })
  }
  const wanted = target?.open
  useEffect(() => {
    if (wanted === undefined) return
    void outboxFile(desktop, wanted).then((found) => {
      if (!found.ok) setFailure(found.error)
      else if (found.value !== null) void check({ file: found.value, trust: null, previous: null })
    })
  }, [wanted, check])

  const refer = (change: Partial<Pick<Checked, 'trust' | 'previous'>>) => {
    if (checked !== null) void check({ ...checked, ...change })
  }
  return (
    <Page
      title="验证"
      aside={checked === null ? null : <span className={styles.muted}>{checked.file.name}</span>}
      toolbar={
        checked === null ? null : (
          <Button loading={busy} onClick={() => void pick()}>
            验证另一份…
          </Button>
        )
      }
    >
      {checked === null ? (
        <div className={styles.start}>
          {failure === null ? null : <Refusal error={failure} />}
          <DropZone
            invitation="把报送文件（.pbz.json）拖到这里，改过文件名的也可以"
            button="选择文件"
            extensions={['.json']}
            onFiles={([file]) => {
              if (file !== undefined) void open(file)
            }}
          >
            <p className={styles.muted}>只读取和核对，不改动文件，也不采用其中内容。</p>
          </DropZone>
        </div>
      ) : (
        <FileDropArea invitation="放开即验证这份文件" onFile={(file) => void open(file)}>
          <div className={styles.screen}>
            {failure === null ? null : <Refusal error={failure} />}
            <ReferenceFiles trust={checked.trust} previous={checked.previous} onChange={refer} />
            {checked.result.ok ? (
              <VerdictView
                key={checked.file.token}
                file={checked.file}
                verdict={checked.result.value}
                hasTrust={checked.trust !== null}
                onSigned={(file) => void check({ ...checked, file })}
              />
            ) : (
              <Refusal error={checked.result.error} />
            )}
          </div>
        </FileDropArea>
      )}
    </Page>
  )
}

function Refusal({ error }: { error: AppError }) {
  return (
    <p className={styles.refusal} role="alert">
      <Status tone="bad" word="不能验证" quiet /> {sentenceOf(error)}
    </p>
  )
}
