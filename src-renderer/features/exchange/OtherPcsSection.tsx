import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ExchangeStatus, OtherPc } from '#shared/ipc/exchange-channels.ts'
import { desktop } from '../../platform/desktop.ts'
import { Status } from '../../ui/Status.tsx'
import { tellFailure } from '../../ui/tell-failure.ts'
import { BatchDialog } from './BatchDialog.tsx'
import styles from './Exchange.module.css'
import { lastFileWords, pcState } from './exchange-words.ts'

interface SectionProps {
  readonly unit: string
  readonly status: ExchangeStatus
  readonly onChanged: () => Promise<void>
}

/** 其他电脑: when each was last heard of, what waits, and whether it is received. */
export function OtherPcsSection({ unit, status, onChanged }: SectionProps) {
  const [opened, setOpened] = useState<string | null>(null)
  const { pcs, askEach } = status
  const pc = pcs.find(({ kid }) => kid === opened)
  if (pcs.length === 0) return null

  return (
    <section aria-label="其他电脑">
      <h2 className={styles.heading}>其他电脑</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>电脑</th>
            <th>状态</th>
            <th>最近文件</th>
            <th className={styles.number}>待合并（项）</th>
            <th>
              <span className={styles.hidden}>操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {pcs.map((each) => (
            <PcRow
              key={each.kid}
              pc={each}
              unit={unit}
              askEach={askEach}
              onOpen={() => setOpened(each.kid)}
              onChanged={onChanged}
            />
          ))}
        </tbody>
      </table>
      {pc === undefined ? null : (
        <BatchDialog
          unit={unit}
          pc={pc}
          askEach={askEach}
          onClose={() => setOpened(null)}
          onChanged={onChanged}
        />
      )}
    </section>
  )
}

interface PcRowProps {
  readonly pc: OtherPc
  readonly unit: string
  readonly askEach: boolean
  readonly onOpen: () => void
  readonly onChanged: () => Promise<void>
}

function PcRow({ pc, unit, askEach, onOpen, onChanged }: PcRowProps) {
  const { tone, word, hint } = pcState(pc, askEach)
  const judge = (standing: 'refused' | 'forgotten' | 'accepted') =>
    tellFailure(
      desktop.call('exchange:judge', { unit, kid: pc.kid, standing }).then(async (judged) => {
        await onChanged()
        return judged
      }),
    )
  return (
    <>
      <tr>
        <td className={styles.pcName}>{pc.name}</td>
        <td>
          <Status tone={tone} word={word} quiet />
        </td>
        <td className={styles.muted}>{lastFileWords(pc)}</td>
        <td className={styles.number}>{pc.waiting}</td>
        <td className={styles.rowActions}>
          {pc.standing === 'new' ? (
            <Button size="xs" onClick={onOpen}>
              核对并接收…
            </Button>
          ) : null}
          {pc.standing === 'accepted' && pc.waiting > 0 ? (
            <Button size="xs" variant={pc.asking > 0 || askEach ? 'filled' : 'default'} onClick={onOpen}>
              查看并合并…
            </Button>
          ) : null}
          {pc.standing === 'accepted' ? (
            <Button size="xs" variant="default" onClick={() => judge('refused')}>
              不再接收
            </Button>
          ) : null}
          {pc.standing === 'refused' ? (
            <Button size="xs" variant="default" onClick={() => judge('forgotten')}>
              重新核对
            </Button>
          ) : null}
        </td>
      </tr>
      {hint === null ? null : (
        <tr>
          <td colSpan={5} className={styles.hint}>
            {hint}
          </td>
        </tr>
      )}
    </>
  )
}
