import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { normaliseCode } from '#shared/codes/credit-code.ts'
import { unitByCode } from '#shared/codes/reporting-units.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { newId } from '../../platform/new-id.ts'
import { sentenceOf } from '../../ui/sentence.ts'
import { closableWhile } from '../../ui/unsaved-guard.ts'
import { createEnterprise, knownEnterprise } from '../../use-cases/enterprise-create.ts'
import { useRecords, useWorkspace } from '../../workspace/use-workspace.ts'
import styles from './Enterprises.module.css'
import { codeNote } from './firm-notes.ts'

const LONGEST_NAME = 120
const LONGEST_CODE = 40

/** 新增企业: name and code; a firm that is known already is opened instead. */
export function NewFirmDialog({ onClose, onOpen }: { onClose: () => void; onOpen: (id: string) => void }) {
  const workspace = useWorkspace()
  const profileUnit = unitByCode(useRecords().get('profile', PROFILE_ID)?.unit ?? '')
  const [name, setName] = useState('')
  const [code, setCode] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const known = name.trim() === '' && code === '' ? undefined : knownEnterprise(workspace, name, code)
  const isSameFirm = known?.by === 'code'
  const unitName = profileUnit?.kind === 'county' || profileUnit?.kind === 'zone' ? profileUnit.name : null

  const openKnown = (id: string) => {
    onClose()
    onOpen(id)
  }

  async function create() {
    if (name.trim() === '') return setFailure('请填写企业名称')
    setBusy(true)
    const created = await createEnterprise(workspace, newId(), { name, code, unit: unitName })
    setBusy(false)
    if (created.ok) openKnown(created.value)
    else setFailure(sentenceOf(created.error))
  }

  return (
    <Modal opened onClose={onClose} title="新增企业" {...closableWhile(name === '' && code === '')}>
      <form
        className={styles.dialogForm}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isSameFirm) void create()
        }}
      >
        <TextInput
          data-autofocus
          label="企业名称"
          withAsterisk
          maxLength={LONGEST_NAME}
          value={name}
          error={failure}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label="统一社会信用代码"
          description={code === '' ? '暂时没有可以先不填' : codeNote(normaliseCode(code), profileUnit)}
          maxLength={LONGEST_CODE}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        {known === undefined ? null : (
          <p className={styles.known} role="status">
            {isSameFirm ? `名录中已有这个代码：“${known.name}”` : '名录中已有同名企业，请确认不是同一家'}
            <Button variant="subtle" onClick={() => openKnown(known.id)}>
              打开
            </Button>
          </p>
        )}
        <div className={styles.dialogActions}>
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <Button type="submit" loading={busy} disabled={isSameFirm}>
            新增
          </Button>
        </div>
      </form>
    </Modal>
  )
}
