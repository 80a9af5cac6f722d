import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconClipboardCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { Row } from '#shared/records/dictionary.ts'
import { DELIVERY_METHODS } from '#shared/records/submission.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { CodedFacts } from '../../ui/paper/CodedFacts.tsx'
import { Status } from '../../ui/Status.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { registerDelivery } from '../../use-cases/report-register.ts'
import { useWorkspace } from '../../workspace/use-workspace.ts'
import styles from './Report.module.css'
import { useReportDrafts } from './report-draft.ts'

/** ⑤ How, when and to whom the material went. */
export function RegisterStep({ standing, day }: { standing: Row<'submission'> | null; day: string }) {
  const show = useReportDrafts((state) => state.show)
  if (standing === null) {
    return (
      <EmptyState
        icon={IconClipboardCheck}
        title="还没有可登记的报送"
        next="材料送出以后在这里登记方式、日期和接收人。请先完成定稿签名和输出。"
      >
        <Button onClick={() => show('sign')}>去定稿签名</Button>
      </EmptyState>
    )
  }
  return standing.state === '已报送' ? (
    <Registered standing={standing} />
  ) : (
    <RegisterForm standing={standing} day={day} />
  )
}

function Registered({ standing }: { standing: Row<'submission'> }) {
  const show = useReportDrafts((state) => state.show)
  return (
    <div className={styles.step4}>
      <Status tone="good" word="已登记" />
      <CodedFacts
        qr={null}
        facts={[
          { term: '文件', words: standing.fileName ?? '—' },
          { term: '方式', words: standing.method ?? '—' },
          { term: '日期', words: standing.sentOn ?? '—' },
          { term: '接收人', words: standing.receiver ?? '—' },
        ]}
      />
      <p className={styles.muted}>
        登记错了可以用窗口上方的“撤销”退回。市局退回或需要更正时，到第 3 步点“修改重报”。
      </p>
      <div className={styles.actions}>
        <Button variant="default" onClick={() => show('sign')}>
          去第 3 步
        </Button>
      </div>
    </div>
  )
}

function RegisterForm({ standing, day }: { standing: Row<'submission'>; day: string }) {
  const workspace = useWorkspace()
  const [method, setMethod] = useState<(typeof DELIVERY_METHODS)[number]>('U盘')
  const [sentOn, setSentOn] = useState<string | null>(day)
  const [receiver, setReceiver] = useState('')
  const [failure, setFailure] = useState<string | null>(null)

  const register = async () => {
    if (sentOn === null) return setFailure('请填写报送日期')
    const done = await registerDelivery(workspace, standing, { method, sentOn, receiver })
    if (!done.ok) setFailure(sentenceOf(done.error))
  }
  return (
    <div className={styles.step4}>
      <h2 className={styles.heading}>登记 {standing.fileName}</h2>
      <p className={styles.lead}>登记以后不能再撤回这份文件，只能用新文件替代。材料送出后再登记。</p>
      <div className={styles.form}>
        <div>
          <div className={styles.label}>报送方式</div>
          <SegmentedControl
            size="xs"
            aria-label="报送方式"
            value={method}
            data={[...DELIVERY_METHODS]}
            onChange={(value) => {
              const picked = DELIVERY_METHODS.find((each) => each === value)
              if (picked !== undefined) setMethod(picked)
            }}
          />
        </div>
        <div className={styles.pair}>
          <DateInput
            size="xs"
            label="报送日期"
            valueFormat="YYYY-MM-DD"
            value={sentOn}
            error={failure}
            onChange={setSentOn}
          />
          <TextInput
            size="xs"
            label="接收人"
            placeholder="市局接收人姓名，可不填"
            maxLength={60}
            value={receiver}
            onChange={(event) => setReceiver(event.currentTarget.value)}
          />
        </div>
        <div className={styles.actions}>
          <Button onClick={() => void register()}>登记</Button>
        </div>
      </div>
    </div>
  )
}
