import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { AppError } from '#shared/errors/app-error.ts'
import { ACQUISITIONS, type PatentOwner } from '#shared/records/patent.ts'
import type { Result } from '#shared/result.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { Failure } from '../../ui/Failure.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import {
  addOwner,
  type KeyedOwner,
  moveOwner,
  ownersInOrder,
  removeOwner,
  setAcquisition,
} from '../../use-cases/patent-owners.ts'
import { useRecords, useWorkspace } from '../../workspace/use-workspace.ts'
import { FirmPicker } from './FirmPicker.tsx'
import styles from './Patents.module.css'

export interface OwnersEditorProps {
  readonly patent: string
  readonly owners: Readonly<Record<string, PatentOwner>> | undefined
  readonly readOnly: boolean
}

/** 专利权人 in order, with 取得方式 each; firms of ours by picking, others by name. */
export function OwnersEditor({ patent, owners, readOnly }: OwnersEditorProps) {
  const workspace = useWorkspace()
  const [failure, setFailure] = useState<string | null>(null)
  const inOrder = ownersInOrder(owners)
  const settle = (pending: Promise<Result<unknown, AppError>>) =>
    pending.then((result) => {
      setFailure(result.ok ? null : sentenceOf(result.error))
      return result.ok
    })

  return (
    <div className={styles.owners}>
      {inOrder.length === 0 ? <p className={styles.hint}>还没有专利权人</p> : null}
      <ol className={styles.ownerList}>
        {inOrder.map((each, at) => (
          <OwnerLine
            key={each.key}
            keyed={each}
            isFirst={at === 0}
            isLast={at === inOrder.length - 1}
            readOnly={readOnly}
            onMove={(step) => void settle(moveOwner(workspace, patent, each.key, step))}
            onAcquisition={(way) => void settle(setAcquisition(workspace, patent, each, way))}
            onRemove={() => void settle(removeOwner(workspace, patent, each))}
          />
        ))}
      </ol>
      {readOnly ? null : (
        <FirmPicker
          label="加专利权人：企业名称、代码或拼音首字母"
          onPick={(owner) => settle(addOwner(workspace, patent, owner))}
        />
      )}
      <Failure sentence={failure} />
    </div>
  )
}

interface OwnerLineProps {
  readonly keyed: KeyedOwner
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly readOnly: boolean
  readonly onMove: (step: -1 | 1) => void
  readonly onAcquisition: (acquisition: PatentOwner['acquisition']) => void
  readonly onRemove: () => void
}

function OwnerLine(props: OwnerLineProps) {
  const { owner } = props.keyed
  const goTo = useScreenState((state) => state.goTo)
  const records = useRecords()
  const firm = owner.enterprise === undefined ? undefined : records.get('enterprise', owner.enterprise)
  const name = firm?.name ?? owner.name
  return (
    <li className={styles.owner}>
      <span className={styles.ownerName}>
        {firm === undefined ? (
          <>
            {name}
            <span className={styles.outside}>名录外</span>
          </>
        ) : (
          <button
            type="button"
            className={styles.link}
            title="打开企业"
            onClick={() => goTo('enterprises', { open: firm.id })}
          >
            {name}
          </button>
        )}
      </span>
      <span className={styles.ownerTools}>
        <select
          className={styles.select}
          aria-label={`${name} 的取得方式`}
          disabled={props.readOnly}
          value={owner.acquisition ?? ''}
          onChange={(event) =>
            props.onAcquisition(ACQUISITIONS.find((each) => each === event.currentTarget.value))
          }
        >
          <option value="">取得方式 —</option>
          {ACQUISITIONS.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
        {props.readOnly ? null : <LineButtons name={name} {...props} />}
      </span>
    </li>
  )
}

function LineButtons({ name, ...props }: OwnerLineProps & { name: string }) {
  return (
    <>
      <ActionIcon aria-label={`${name} 上移`} disabled={props.isFirst} onClick={() => props.onMove(-1)}>
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon aria-label={`${name} 下移`} disabled={props.isLast} onClick={() => props.onMove(1)}>
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon aria-label={`去掉 ${name}`} onClick={props.onRemove}>
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </>
  )
}
