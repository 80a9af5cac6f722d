import { Button, Drawer } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useMemo } from 'react'
import { recordName } from '#shared/edits/record-words.ts'
import { registerTitle, type WrittenRegister } from '#shared/edits/register-words.ts'
import { type HistoryPlace, useHistoryPlace } from '../../state/history-place.ts'
import { usePcName } from '../../state/pc-name.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Status } from '../../ui/Status.tsx'
import { tellFailure } from '../../ui/tell-failure.ts'
import { restoreValue } from '../../use-cases/restore-value.ts'
import { PLAN_PACK } from '../../workspace/plan-pack.ts'
import { useRecords, useWorkspace } from '../../workspace/use-workspace.ts'
import styles from './history.module.css'
import { type HistoryGroup, type HistoryLine, historyGroups } from './history-rows.ts'

/** 历史 of one record or one cell, over whatever screen asked for it. */
export function HistoryDrawer() {
  const { place, close } = useHistoryPlace()
  return place === null ? null : <OpenHistory place={place} onClose={close} />
}

function OpenHistory({ place, onClose }: { place: HistoryPlace; onClose: () => void }) {
  const workspace = useWorkspace()
  const records = useRecords()
  const pcName = usePcName()
  const open = useHistoryPlace((state) => state.open)
  const { type, id, register } = place
  const words = useMemo(() => ({ records, indicators: PLAN_PACK.indicators, pcName }), [records, pcName])
  const groups = useMemo(
    () => historyGroups(words, type, workspace.history(type, id, register)),
    [words, workspace, type, id, register],
  )
  const name = recordName(records, type, id)
  const cell = register === null ? null : registerTitle(words, { type, register, value: null })

  function take(earlier: WrittenRegister) {
    tellFailure(restoreValue(workspace, { ...earlier, id }), '没有用回')
  }

  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={560}
      title={`历史：${name}${cell === null ? '' : ` 的${cell}`}`}
      closeButtonProps={{ 'aria-label': '关闭' }}
      styles={{ title: { fontWeight: 600, overflowWrap: 'anywhere' } }}
    >
      {register === null ? null : (
        <Button variant="subtle" onClick={() => open({ type, id, register: null })}>
          查看整条记录的历史
        </Button>
      )}
      {groups.length === 0 ? (
        <EmptyState icon={IconHistory} title="还没有填过" next="填写以后，每次改动都会留在这里。" />
      ) : (
        <ol className={styles.groups} aria-label="历次改动，新的在前">
          {groups.map((group) => (
            <GroupItem key={group.key} group={group} onTake={take} />
          ))}
        </ol>
      )}
    </Drawer>
  )
}

function GroupItem({ group, onTake }: { group: HistoryGroup; onTake: (earlier: WrittenRegister) => void }) {
  return (
    <li className={styles.group}>
      <p className={styles.head} title={group.title}>
        <span className={styles.when}>{group.when}</span>
        <span>{group.who}</span>
        <span>{group.how}</span>
        <span className={styles.pc}>{group.pc}</span>
      </p>
      {group.undone === null ? null : <p className={styles.undone}>{group.undone}</p>}
      {group.lines.length === 0 ? <p className={styles.act}>{group.title}</p> : null}
      {group.lines.map((line) => (
        <LineItem key={line.key} line={line} onTake={onTake} />
      ))}
    </li>
  )
}

function LineItem({ line, onTake }: { line: HistoryLine; onTake: (earlier: WrittenRegister) => void }) {
  const { earlier } = line
  return (
    <div className={styles.line} data-standing={line.tone}>
      <span className={styles.cell}>{line.title}</span>
      <span className={styles.value}>{line.value}</span>
      <span className={styles.standing}>
        <Status tone={line.tone} word={line.standing} quiet />
      </span>
      <span className={styles.take}>
        {earlier === null ? null : (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`用回这个值：${line.title} ${line.value}`}
            onClick={() => onTake(earlier)}
          >
            用回这个值
          </Button>
        )}
      </span>
    </div>
  )
}
