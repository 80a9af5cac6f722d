import { Button, Modal, Radio } from '@mantine/core'
import { Fragment, useMemo, useState } from 'react'
import type { FieldValue } from '#shared/edits/edit.ts'
import {
  type FirmFootprint,
  firmFootprint,
  firmMerge,
  type MergeDifference,
  unchosen,
} from '#shared/edits/merge-firms.ts'
import type { Row } from '#shared/records/dictionary.ts'
import { formatField } from '#shared/records/parse-typed.ts'
import { Status } from '../../ui/Status.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { closableWhile } from '../../ui/unsaved-guard.ts'
import { mergeEnterprises } from '../../use-cases/enterprise-merge.ts'
import { useRecords, useWorkspace } from '../../workspace/use-workspace.ts'
import styles from './MergeFirmsDialog.module.css'

export interface MergeFirmsDialogProps {
  readonly firms: readonly [Row<'enterprise'>, Row<'enterprise'>]
  readonly onClose: () => void
}

type Choices = ReadonlyMap<string, FieldValue>

const SIDES = [0, 1] as const

/** 合并: two records of one firm side by side; wherever they differ the clerk says which value holds. */
export function MergeFirmsDialog({ firms, onClose }: MergeFirmsDialogProps) {
  const workspace = useWorkspace()
  const records = useRecords()
  const [a, b] = firms
  const merge = useMemo(() => firmMerge(records, a.id, b.id), [records, a.id, b.id])
  const footprints = useMemo(() => firms.map(({ id }) => firmFootprint(records, id)), [records, firms])
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
    const done = await mergeEnterprises(workspace, a.id, b.id, choices)
    setBusy(false)
    if (done.ok) onClose()
    else setFailure(sentenceOf(done.error))
  }

  return (
    <Modal opened onClose={onClose} title="合并企业" size={860} {...closableWhile(choices.size === 0)}>
      <p className={styles.hint}>
        合并后是一家企业，两边的专利、服务活动、名单和数据都归到它名下，可用“撤销”分开。不是同一家的请不要合并。
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">项目</th>
            {firms.map((firm) => (
              <th key={firm.id} scope="col">
                {firm.name ?? '未填名称的企业'}
                <span className={styles.code}>{firm.code ?? '缺代码'}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">关联记录</th>
            {footprints.map((footprint, side) => (
              <td key={firms[side === 0 ? 0 : 1].id}>{footprintWords(footprint)}</td>
            ))}
          </tr>
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
      {failure === null ? null : (
        <p role="alert" className={styles.failure}>
          {failure}
        </p>
      )}
      <div className={styles.actions}>
        <span role="status">
          {open > 0 ? (
            <Status tone="warn" word={`还有 ${open} 处没有选定`} quiet />
          ) : differing.length === 0 ? (
            '两边填写的内容没有矛盾'
          ) : (
            '已全部选定；未选用的企业名称记入曾用名'
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
