import { customField } from '#shared/records/custom-field.ts'
import { type DictionaryField, fieldOf, fieldsOf, type Row } from '#shared/records/dictionary.ts'
import { dictionaryColumn, type GridColumn } from '../../ui/grid/grid-column.ts'
import { Status } from '../../ui/Status.tsx'
import type { ListRow } from './list-rows.ts'
import type { RegisterRow } from './register-rows.ts'
import type { VoidedEntry } from './voided-entries.ts'

export const FIRM_FIELDS: readonly DictionaryField[] = [...fieldsOf('enterprise').values()].filter(
  (field) => field.internal !== true,
)

const MARK: GridColumn<RegisterRow> = {
  id: 'mark',
  title: '核对',
  kind: 'text',
  width: 110,
  value: (row) => markWord(row),
  text: (row) => markWord(row),
  render: (row) => {
    const word = markWord(row)
    if (word === '') return null
    return <Status tone={row.voidedFor === null ? 'warn' : 'waiting'} word={word} quiet />
  },
  choices: ['疑似重复', '已作废'],
}

function markWord(row: RegisterRow): string {
  if (row.voidedFor !== null) return '已作废'
  return row.isDouble ? '疑似重复' : ''
}

const FIRST_FIELDS = ['name', 'code']
const NEXT_FIELDS = ['park', 'industry', 'product', 'size', 'registration', 'contact', 'phone', 'titles']

const firmColumn = (name: string) => dictionaryColumn<RegisterRow>(fieldOf('enterprise', name))

/** 企业名录: what a firm is known by, what is worth a look, then the rest of the dictionary and 自定义列. */
export function registerColumns(custom: readonly Row<'column'>[]): readonly GridColumn<RegisterRow>[] {
  const placed = new Set([...FIRST_FIELDS, ...NEXT_FIELDS])
  return [
    ...FIRST_FIELDS.map(firmColumn),
    MARK,
    ...NEXT_FIELDS.map(firmColumn),
    ...FIRM_FIELDS.filter((field) => !placed.has(field.name)).map((field) =>
      dictionaryColumn<RegisterRow>(field),
    ),
    ...custom.map((column) => dictionaryColumn<RegisterRow>(customField(column))),
  ]
}

const STATUS_TONES = { 在列: 'good', 已退出: 'waiting', 未审定: 'note' } as const

/** A text of the row that is shown and not typed. */
const shownOnly = <K extends string, R extends Readonly<Record<K, string>>>(
  id: K,
  title: string,
  width: number,
): GridColumn<R> => ({ id, title, kind: 'text', width, value: (row) => row[id], text: (row) => row[id] })

/** 名单状态 as typed, coloured by what it means for counting, with 已退出 behind it. */
const LIST_STATE: GridColumn<ListRow> = {
  ...dictionaryColumn<ListRow>(fieldOf('participation', 'state')),
  width: 156,
  render: (row) => {
    const words = [row.state, row.status === '已退出' ? '已退出' : undefined]
    const word = words.filter((each) => each !== undefined).join(' · ')
    return word === '' ? null : <Status tone={STATUS_TONES[row.status]} word={word} quiet />
  },
}

const DOUBT: GridColumn<ListRow> = {
  id: 'doubt',
  title: '核对',
  kind: 'text',
  width: 216,
  value: (row) => row.doubt ?? '',
  text: (row) => row.doubt ?? '',
  render: (row) => (row.doubt === null ? null : <Status tone="warn" word={row.doubt} quiet />),
}

/** 退出 is an action with a reason, the firm and the year are what the entry is. */
const NOT_TYPED: ReadonlySet<string> = new Set(['enterprise', 'year', 'exitedOn', 'exitReason'])

const LIST_FIELDS = [...fieldsOf('participation').values()].filter((field) => !NOT_TYPED.has(field.name))
const EARLY = ['type', 'priorGrants', 'priorGrantCount']
const PLACED = new Set(['state', ...EARLY])

/** 年度名单: the firm, its 名单状态, what does not fit, then the fields of the entry. */
export const LIST_COLUMNS: readonly GridColumn<ListRow>[] = [
  shownOnly('firmName', '企业名称', 260),
  LIST_STATE,
  ...EARLY.map((name) => dictionaryColumn<ListRow>(fieldOf('participation', name))),
  DOUBT,
  shownOnly('firmCode', '统一社会信用代码', 180),
  shownOnly('firmPark', '所在园区（乡镇）', 150),
  ...LIST_FIELDS.filter((field) => !PLACED.has(field.name)).map((field) => dictionaryColumn<ListRow>(field)),
  ...['exitedOn', 'exitReason'].map((name) =>
    dictionaryColumn<ListRow>(fieldOf('participation', name), { readOnly: true }),
  ),
]

export const ENTRY_FIELDS: readonly DictionaryField[] = [...fieldsOf('participation').values()].filter(
  (field) => field.name !== 'enterprise' && field.name !== 'year',
)

/** 作废 entries: whose, why, and whether restoring would list the firm twice. */
export const VOIDED_ENTRY_COLUMNS: readonly GridColumn<VoidedEntry>[] = [
  shownOnly('firmName', '企业名称', 260),
  shownOnly('voidedFor', '作废原因', 200),
  {
    id: 'again',
    title: '核对',
    kind: 'text',
    width: 170,
    value: (row) => (row.isListedAgain ? '已重新列入，不能恢复' : ''),
    text: (row) => (row.isListedAgain ? '已重新列入，不能恢复' : ''),
  },
  shownOnly('firmCode', '统一社会信用代码', 180),
  ...['type', 'state', 'listedOn'].map((name) =>
    dictionaryColumn<VoidedEntry>(fieldOf('participation', name), { readOnly: true }),
  ),
]
