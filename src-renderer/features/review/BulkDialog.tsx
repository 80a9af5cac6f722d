import { Modal } from '@mantine/core'
import { useState } from 'react'
import { type BulkRule, bulkPlan } from '#shared/review/settle.ts'
import { DialogEnd } from '../../ui/DialogEnd.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { settleAll } from '../../use-cases/review-settle.ts'
import { useConflicts, useWorkspace } from '../../workspace/use-workspace.ts'
import styles from './Review.module.css'

const TITLES: { readonly [R in BulkRule]: string } = { own: '全部取本机', newer: '全部取较新' }
const RULES: { readonly [R in BulkRule]: string } = {
  own: '凡本机填过的，取本机的值。',
  newer: '取填写时间较晚的值。时间按各台电脑的时钟；哪台电脑的时钟不准，请先逐条核对。',
}

/** Many conflicts by one rule, told before how many. */
export function BulkDialog({ rule, onClose }: { rule: BulkRule; onClose: () => void }) {
  const workspace = useWorkspace()
  const plan = bulkPlan(useConflicts(), rule, workspace.station)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  async function settle() {
    setBusy(true)
    const done = await settleAll(workspace, plan)
    setBusy(false)
    if (done.ok) onClose()
    else setFailure(sentenceOf(done.error))
  }

  return (
    <Modal opened onClose={onClose} title={TITLES[rule]}>
      <p>{RULES[rule]}</p>
      <ul className={styles.effects}>
        <li>
          选定 <strong>{plan.settled}</strong> 处，记为一次操作，可整体撤销。
        </li>
        {plan.undecided > 0 ? (
          <li>
            {plan.undecided} 处不变：{rule === 'own' ? '本机没有填过，或填了两个值' : '时间相同，分不出先后'}
            ，请逐条选定。
          </li>
        ) : null}
        {plan.voids > 0 ? <li>{plan.voids} 处作废冲突不变，请逐条决定。</li> : null}
      </ul>
      <DialogEnd
        failure={failure}
        confirm={`选定 ${plan.settled} 处`}
        busy={busy}
        disabled={plan.settled === 0}
        onConfirm={() => void settle()}
        onCancel={onClose}
      />
    </Modal>
  )
}
