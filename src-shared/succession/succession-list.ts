import type { Records } from '../edits/read-model.ts'
import { quarterTitle, reportPeriod } from '../indicators/report-period.ts'
import { RECORD_TITLES, type RecordType } from '../records/dictionary.ts'
import type { Profile } from '../records/profile.ts'
import { paperDate } from '../sheets/cell-text.ts'
import { sizeText } from '../sheets/cover-sheet.ts'
import type { Sheet, SheetColumn, SheetRow } from '../sheets/sheet.ts'
import type { Watermark } from '../sheets/watermark.ts'
import type { Todo } from './open-todos.ts'

/** 移交包 as written: what binds the paper to it. */
export interface SuccessionPackage {
  readonly fileName: string
  readonly bytes: number
  /** 30 digits in six groups of five. */
  readonly code: string
}

export interface Succession {
  readonly profile: Profile
  /** 移交人, 接交人, 监交人; empty ones are filled in by hand. */
  readonly from: string
  readonly to: string
  readonly witness: string
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly todos: readonly Todo[]
  /** Who has a signing key on this PC; the keys themselves are not handed over. */
  readonly keyHolders: readonly string[]
  readonly package: SuccessionPackage | null
  /** Whose passphrases open the package; empty: it is open to whoever holds it. */
  readonly protection: readonly ('office' | 'reviewer')[]
  readonly watermark: Watermark
}

interface Line {
  readonly item: string
  readonly content: string
  readonly note?: string
}

const COLUMNS: readonly SheetColumn[] = [
  { headings: ['序号'], width: 8, align: 'center' },
  { headings: ['移交事项'], width: 24, align: 'left' },
  { headings: ['内容'], width: 62, align: 'left' },
  { headings: ['备注'], width: 26, align: 'left' },
]

/** Records an office counts at a 移交, with the measure word. */
const COUNTED: readonly (readonly [RecordType, string])[] = [
  ['enterprise', '家'],
  ['participation', '条'],
  ['patent', '件'],
  ['figures', '条'],
  ['activity', '场'],
  ['plan', '份'],
]

/** 移交清单: data, reports, keys, package and 待办 of a clerk who leaves, signed by three hands (DOMAIN.md, 交接). */
export function successionList(records: Records, succession: Succession): Sheet {
  const groups: readonly (readonly [string, readonly Line[]])[] = [
    ['一、台账数据', dataLines(records)],
    ['二、报送文件', reportLines(records)],
    ['三、密钥和口令', keyLines(succession)],
    ['四、移交包', packageLines(succession.package)],
    ['五、待办事项', todoLines(succession.todos)],
  ]
  let number = 0
  const rows = groups.flatMap(([title, lines]): SheetRow[] => [
    { kind: 'group', cells: [title, '', '', ''] },
    ...lines.map(({ item, content, note }): SheetRow => {
      number += 1
      return { kind: 'data', cells: [{ value: number, decimals: 0 }, item, content, note ?? ''] }
    }),
  ])
  const { profile, from, to, witness, day } = succession
  return {
    form: 'succession',
    label: '',
    title: '移交清单',
    period: '',
    unitLine: {
      unit: `单位：${profile.fullName ?? ''}`,
      date: `移交日期：${paperDate(day)}`,
      measure: null,
    },
    orientation: 'portrait',
    columns: COLUMNS,
    rows,
    notes: ['移交人、接交人、监交人各执一份，一份存档。', packageNote(succession.protection)],
    signatures: [
      { label: '移交人', value: from },
      { label: '接交人', value: to },
      { label: '监交人', value: witness },
    ],
    rules: '',
    watermark: succession.watermark,
    code: null,
    stampSpace: true,
  }
}

function dataLines(records: Records): readonly Line[] {
  return COUNTED.map(([type, measure]) => {
    const all = records.all(type)
    const voided = all.filter((record) => record.voided !== null).length
    const note = voided === 0 ? {} : { note: `另有${voided}条已作废` }
    return { item: RECORD_TITLES[type], content: `${all.length - voided}${measure}`, ...note }
  })
}

function reportLines(records: Records): readonly Line[] {
  const submissions = records.of('submission').toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0))
  if (submissions.length === 0) return [{ item: '报送文件', content: '还没有定稿' }]
  return submissions.map((row) => {
    const period = reportPeriod(row.period ?? '')
    const name = period === null ? (row.period ?? '') : quarterTitle(period)
    const sent = row.sentOn === undefined ? '' : `${row.sentOn} `
    return {
      item: `第${row.seq ?? '—'}号`,
      content: `${name}，校验码 ${row.code ?? '—'}`,
      note: `${sent}${row.state ?? ''}`,
    }
  })
}

/** Who opens the package, as it really is. */
function packageNote(protection: Succession['protection']): string {
  if (protection.length === 0) return '移交包没有口令保护，请当面交接、妥善保管。'
  const by = protection.includes('reviewer') ? '审核人口令或恢复单' : '恢复单'
  return `移交包有口令保护；接交人凭${by}打开，不需要移交人的口令。`
}

function keyLines({ keyHolders, from, protection }: Succession): readonly Line[] {
  const held = keyHolders.length === 0 ? '本机没有密钥' : `${keyHolders.join('、')}的密钥不移交`
  return [
    { item: '签名密钥', content: held, note: '接交人另行生成并登记' },
    protection.length === 0
      ? { item: '备份口令、恢复单', content: '没有设置' }
      : {
          item: '备份口令、恢复单',
          content: `${from === '' ? '移交人' : from}交监交人保管`,
          note: '存放处：',
        },
  ]
}

function packageLines(made: SuccessionPackage | null): readonly Line[] {
  if (made === null) return [{ item: '移交包', content: '未生成' }]
  return [
    { item: '文件', content: made.fileName, note: sizeText(made.bytes) },
    { item: '校验码', content: made.code },
  ]
}

function todoLines(todos: readonly Todo[]): readonly Line[] {
  if (todos.length === 0) return [{ item: '待办', content: '无' }]
  return todos.map(({ title, detail }) => ({ item: title, content: detail }))
}
