import { Button, Modal, Radio } from '@mantine/core'
import { Fragment, useMemo, useState } from 'react'
import type { FieldValue } from '#shared/edits/edit.ts'
import {
  type FirmFootprint,
  firmFootprint,
  type MergeDifference,
  unchosen,
} from '#shared/edits/merge-firms.ts'
import type { Records } from '#shared/edits/read-model.ts'
import { recordName } from '#shared/edits/record-words.ts'
import { formatField } from '#shared/records/parse-typed.ts'
import { useMergePlace } from '../../state/merge-place.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Status } from '../../ui/Status.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { closableWhile } from '../../ui/unsaved-guard.ts'
import { type JoinedPair, mergeOf, mergePair } from '../../use-cases/review-merge.ts'
import { useRecords, useWorkspace } from '../../workspace/use-workspace.ts'
import styles from './MergeDialog.module.css'

type Choices = ReadonlyMap<string, FieldValue>

const SIDES = [0, 1] as const

/** 合并 of the pair a screen asked for, over whatever screen it is. */
export function MergeDialog() {
  const { pair, close } = useMergePlace()
  return pair === null ? null : <OpenMerge key={pair.ids.join(' ')} pair={pair} onClose={close} />
}

const TITLES = { enterprise: '合并企业', patent: '合并专利' } as const
const HINTS = {
  enterprise:
    '合并后是一家企业，两边的专利、服务活动、名单和数据都归到它名下，可用“撤销”分开。不是同一家的请不要合并。',
  patent: '合并后是一件专利，只计一次，可用“撤销”分开。不是同一件的请先改正申请号，不要合并。',
} as const

/** Two records of one thing side by side; wherever they differ the clerk says which value holds. */
function OpenMerge({ pair, onClose }: { pair: JoinedPair; onClose: () => void }) {
  const workspace = useWorkspace()
  const records = useRecords()
  const merge = useMemo(() => mergeOf(records, pair), [records, pair])
  const footprints = useMemo(
    () => (pair.type === 'enterprise' ? pair.ids.map((id) => firmFootprint(records, id)) : null),
    [records, pair],
  )
  const [choices, setChoices] = useState<Choices>(new Map())
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const open = unchosen(merge, choices).length
  const differing = merge.pairs.filter(({ differences }) => differences.length > 0)

  const choose = (key: string, value: FieldValue) => setChoices(new Map(choices).set(key, value))

  /** All values of one firm; where it has none the question stays open. */
  function chooseSide(side: 0 | 1) {
    const next = new Map(choices)
    for (const { differences } of merge.pairs)
      for (const { key, values } of differences) {
        const [value] = values[side]
        if (value !== undefined) next.set(key, value)
      }
    setChoices(next)
  }

  async function join() {
    setBusy(true)
    const done = await mergePair(workspace, pair, choices)
    setBusy(false)
    if (done.ok) onClose()
    else setFailure(sentenceOf(done.error))
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={TITLES[pair.type]}
      size={860}
      {...closableWhile(choices.size === 0)}
    >
      <p className={styles.hint}>{HINTS[pair.type]}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">项目</th>
            {pair.ids.map((id) => (
              <th key={id} scope="col">
                {recordName(records, pair.type, id)}
                <span className={styles.code}>{numberOf(records, pair.type, id)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {footprints === null ? null : (
            <tr>
              <th scope="row">关联记录</th>
              {footprints.map((footprint, side) => (
                <td key={pair.ids[side === 0 ? 0 : 1]}>{footprintWords(footprint)}</td>
              ))}
            </tr>
          )}
          {differing.map((pair) => (
            <Fragment key={pair.ids[0]}>
              <tr>
                <th scope="rowgroup" colSpan={3} className={styles.part}>
                  {pair.title}：{pair.differences.length} 处不同，请逐处选定
                </th>
              </tr>
              {pair.differences.map((difference) => (
                <DifferenceRow
                  key={difference.key}
                  difference={difference}
                  chosen={choices.get(difference.key)}
                  onChoose={(value) => choose(difference.key, value)}
                />
              ))}
            </Fragment>
          ))}
          {differing.length === 0 ? null : (
            <tr>
              <th scope="row">一次选定</th>
              {SIDES.map((side) => (
                <td key={side}>
                  <Button variant="default" onClick={() => chooseSide(side)}>
                    都用这一边的
                  </Button>
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
      <Failure sentence={failure} />
      <div className={styles.actions}>
        <span role="status">
          {open > 0 ? (
            <Status tone="warn" word={`还有 ${open} 处没有选定`} quiet />
          ) : differing.length === 0 ? (
            '两边填写的内容没有矛盾'
          ) : (
            chosenWords(pair.type)
          )}
        </span>
        <Button variant="default" onClick={onClose}>
          取消
        </Button>
        <Button disabled={open > 0} loading={busy} onClick={() => void join()}>
          合并
        </Button>
      </div>
    </Modal>
  )
}

function chosenWords(type: JoinedPair['type']): string {
  return type === 'enterprise' ? '已全部选定；未选用的企业名称记入曾用名' : '已全部选定'
}

function numberOf(records: Records, type: JoinedPair['type'], id: string): string {
  if (type === 'enterprise') return records.get('enterprise', id)?.code ?? '缺代码'
  return records.get('patent', id)?.applicationNo ?? '缺申请号'
}

interface DifferenceRowProps {
  readonly difference: MergeDifference
  readonly chosen: FieldValue | undefined
  readonly onChoose: (value: FieldValue) => void
}

function DifferenceRow({ difference, chosen, onChoose }: DifferenceRowProps) {
  const { title, values } = difference
  return (
    <tr data-open={chosen === undefined}>
      <th scope="row">{title}</th>
      {SIDES.map((side) => (
        <td key={side}>
          {values[side].length === 0 ? '（空）' : null}
          {values[side].map((value) => {
            const word = shown(difference, value)
            return (
              <Radio
                key={word}
                size="sm"
                label={word}
                name={difference.key}
                checked={chosen === value}
                onChange={() => onChoose(value)}
              />
            )
          })}
        </td>
      ))}
    </tr>
  )
}

function shown({ kind, register }: MergeDifference, value: FieldValue): string {
  if (value === null) return '（空）'
  return formatField({ kind }, register.includes('/') ? { only: value } : value)
}

function footprintWords({ patents, activities, figures, years }: FirmFootprint): string {
  const lists = years.length === 0 ? '不在名单中' : `${years.join('、')}年名单`
  return `专利 ${patents} 件，服务活动 ${activities} 次，企业数据 ${figures} 条，${lists}`
}
