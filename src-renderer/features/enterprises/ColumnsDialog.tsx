import { Button, Modal, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { voidedRowsOf } from '#shared/edits/voided-rows.ts'
import type { Row } from '#shared/records/dictionary.ts'
import { COLUMN_KINDS } from '#shared/records/profile.ts'
import { newId } from '../../platform/new-id.ts'
import { sentenceOf } from '../../ui/sentence.ts'
import { closableWhile } from '../../ui/unsaved-guard.ts'
import {
  createCustomColumn,
  renameCustomColumn,
  restoreCustomColumn,
  voidCustomColumn,
} from '../../use-cases/custom-column-edit.ts'
import { useRecords, useWorkspace } from '../../workspace/use-workspace.ts'
import { columnTitleProblem } from './column-titles.ts'
import styles from './Enterprises.module.css'

const LONGEST = 60

/** 自定义列: what a county keeps about its firms beyond the dictionary. */
export function ColumnsDialog({ onClose }: { onClose: () => void }) {
  const workspace = useWorkspace()
  const records = useRecords()
  const columns = records.of('column')
  const voided = voidedRowsOf(records, 'column')
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<(typeof COLUMN_KINDS)[number]>('文本')
  const [failure, setFailure] = useState<string | null>(null)

  async function add() {
    const problem = columnTitleProblem(title, columns, null)
    if (problem !== null) return setFailure(problem)
    const result = await createCustomColumn(workspace, newId(), title.trim(), kind)
    if (!result.ok) return setFailure(sentenceOf(result.error))
    setTitle('')
    setFailure(null)
  }

  return (
    <Modal opened onClose={onClose} title="自定义列" {...closableWhile(title === '')} size={560}>
      <p className={styles.hint}>
        本单位另外要记的内容，如“内部编号”。每家企业一格，可导入、可排序、可筛选。
      </p>
      {columns.map((column) => (
        <ColumnLine key={column.id} column={column} columns={columns} />
      ))}
      {columns.length === 0 ? <p className={styles.hint}>没有自定义列。</p> : null}
      <form
        className={styles.columnLine}
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <TextInput
          data-autofocus
          aria-label="新列名"
          placeholder="新列名"
          maxLength={LONGEST}
          value={title}
          error={failure}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <NativeSelect
          aria-label="类型"
          value={kind}
          data={[...COLUMN_KINDS]}
          onChange={(event) => {
            const chosen = COLUMN_KINDS.find((each) => each === event.currentTarget.value)
            if (chosen !== undefined) setKind(chosen)
          }}
        />
        <Button type="submit" size="sm">
          添加
        </Button>
      </form>
      {voided.length === 0 ? null : <h3 className={styles.part}>已作废</h3>}
      {voided.map(({ row }) => (
        <VoidedLine key={row.id} column={row} columns={columns} />
      ))}
    </Modal>
  )
}

function ColumnLine({ column, columns }: { column: Row<'column'>; columns: readonly Row<'column'>[] }) {
  const workspace = useWorkspace()
  const [title, setTitle] = useState(column.title ?? '')
  const [failure, setFailure] = useState<string | null>(null)

  async function rename() {
    if (title.trim() === column.title) return setFailure(null)
    const problem = columnTitleProblem(title, columns, column.id)
    if (problem !== null) return setFailure(problem)
    const result = await renameCustomColumn(workspace, column.id, title.trim())
    setFailure(result.ok ? null : sentenceOf(result.error))
  }

  async function remove() {
    const result = await voidCustomColumn(workspace, column.id)
    if (!result.ok) setFailure(sentenceOf(result.error))
  }

  return (
    <div className={styles.columnLine}>
      <TextInput
        aria-label={`列名 ${column.title ?? ''}`}
        maxLength={LONGEST}
        value={title}
        error={failure}
        onChange={(event) => setTitle(event.currentTarget.value)}
        onBlur={() => void rename()}
      />
      <span>{column.kind ?? '文本'}</span>
      <Button
        variant="default"
        size="sm"
        title="不再显示这一列；各企业已填的内容留着，可恢复"
        aria-label={`作废列 ${column.title ?? ''}`}
        onClick={() => void remove()}
      >
        作废
      </Button>
    </div>
  )
}

/** A 作废 column; one whose title is taken again waits until that is solved. */
function VoidedLine({ column, columns }: { column: Row<'column'>; columns: readonly Row<'column'>[] }) {
  const workspace = useWorkspace()
  const [failure, setFailure] = useState<string | null>(null)
  const title = column.title ?? '未命名列'

  async function restore() {
    const problem = columnTitleProblem(title, columns, column.id)
    if (problem !== null) return setFailure(`${problem}，请先改名`)
    const result = await restoreCustomColumn(workspace, column.id, title)
    if (!result.ok) setFailure(sentenceOf(result.error))
  }

  return (
    <div className={styles.columnLine}>
      <span>
        {title}
        {failure === null ? null : (
          <span role="alert" className={styles.failure}>
            {' '}
            {failure}
          </span>
        )}
      </span>
      <span>{column.kind ?? '文本'}</span>
      <Button variant="default" size="sm" aria-label={`恢复列 ${title}`} onClick={() => void restore()}>
        恢复
      </Button>
    </div>
  )
}
