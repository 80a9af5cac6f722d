import { VOID_FIELD } from '../edits/edit.ts'
import { CUSTOM_PREFIX, fieldsOf, RECORD_TITLES, RecordType } from '../records/dictionary.ts'

/** Parts of an edit beside its records, as validate-draft.ts names them. */
const PARTS: Readonly<Record<string, string>> = {
  title: '操作名称',
  by: '操作人姓名',
  'why.file': '文件名',
  'why.sheet': '工作表名',
  seen: '修改的先后关系',
  retracts: '要撤销的操作',
  ops: '修改的内容',
}

/** Where an edit is wrong, in the words of the screens: `1: activity.$void` is 服务活动的作废原因. */
export function editPlaceWords(where: string): string {
  const found = /^\d+: (\w+)\.(.+)$/u.exec(where)
  const record = RecordType.safeParse(found?.[1])
  const register = found?.[2]
  if (!record.success || register === undefined) return PARTS[where] ?? where
  const title = registerTitle(record.data, register)
  return title === null ? where : `${RECORD_TITLES[record.data]}的${title}`
}

/** Null for a register the dictionary does not have. */
function registerTitle(record: RecordType, register: string): string | null {
  if (register === VOID_FIELD) return '作废原因'
  if (register.startsWith(CUSTOM_PREFIX)) return '自定义列'
  const [name = ''] = register.split('/')
  return fieldsOf(record).get(name)?.title ?? null
}
