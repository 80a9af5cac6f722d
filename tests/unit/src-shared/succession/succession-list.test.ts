import { expect, test } from 'vitest'
import type { Row } from '#shared/records/dictionary.ts'
import { cellText } from '#shared/sheets/cell-text.ts'
import { type Succession, successionList } from '#shared/succession/succession-list.ts'
import { firm } from '#tests/support/county-builders.ts'
import { type PlainRows, plainRecords } from '#tests/support/plain-records.ts'

const profile: Row<'profile'> = {
  id: 'unit',
  unit: 'YY-430626',
  fullName: '平江县科技和工业信息化局',
  preparer: '示例丙',
}
const leaving: Succession = {
  profile,
  from: '示例丙',
  to: '示例丁',
  witness: '示例乙',
  day: '2021-10-08',
  todos: [],
  keyHolders: ['示例丙（填报人）'],
  package: null,
  protection: ['office', 'reviewer'],
  watermark: null,
}
const sheet = (rows: PlainRows, more: Partial<Succession> = {}) =>
  successionList(plainRecords(rows), { ...leaving, ...more })
const lines = (rows: PlainRows, more: Partial<Succession> = {}) =>
  sheet(rows, more).rows.map(({ kind, cells }) =>
    kind === 'group' ? cells[0] : cells.map(cellText).join(' | '),
  )

test('three hands sign, the day is on it, and it carries no code of a report', () => {
  const { title, unitLine, signatures, code, stampSpace } = sheet({})
  expect([title, code, stampSpace]).toEqual(['移交清单', null, true])
  expect(unitLine).toEqual({
    unit: '单位：平江县科技和工业信息化局',
    date: '移交日期：2021年10月8日',
    measure: null,
  })
  expect(signatures.map(({ label, value }) => `${label}${value}`)).toEqual([
    '移交人示例丙',
    '接交人示例丁',
    '监交人示例乙',
  ])
})

test.each([
  [[], '移交包没有口令保护，请当面交接、妥善保管。', '没有设置'],
  [['office'], '移交包有口令保护；接交人凭恢复单打开，不需要移交人的口令。', '示例丙交监交人保管'],
  [
    ['office', 'reviewer'],
    '移交包有口令保护；接交人凭审核人口令或恢复单打开，不需要移交人的口令。',
    '示例丙交监交人保管',
  ],
] as const)('with %j the paper says who opens the package', (protection, note, kept) => {
  const made = sheet({}, { protection })
  expect(made.notes[1]).toBe(note)
  expect(made.rows.flatMap(({ cells }) => cells)).toContain(kept)
})

test('an empty county says so in every part', () => {
  expect(lines({}, { keyHolders: [], from: '' })).toEqual([
    '一、台账数据',
    '1 | 企业 | 0家 | ',
    '2 | 年度名单 | 0条 | ',
    '3 | 发明专利 | 0件 | ',
    '4 | 企业数据 | 0条 | ',
    '5 | 服务活动 | 0场 | ',
    '6 | 实施方案 | 0份 | ',
    '二、报送文件',
    '7 | 报送文件 | 还没有定稿 | ',
    '三、密钥和口令',
    '8 | 签名密钥 | 本机没有密钥 | 接交人另行生成并登记',
    '9 | 备份口令、恢复单 | 移交人交监交人保管 | 存放处：',
    '四、移交包',
    '10 | 移交包 | 未生成 | ',
    '五、待办事项',
    '11 | 待办 | 无 | ',
  ])
})

test('reports by number, the package with its code, 待办 one line each; numbers run through', () => {
  const sent: Row<'submission'> = {
    id: 's2',
    period: '2021Q3',
    seq: 2,
    code: '11111 22222 33333 44444 55555 66666',
    state: '已报送',
    sentOn: '2021-10-09',
  }
  const first: Row<'submission'> = { id: 's1', period: '2021Q2', seq: 1, state: '已撤回' }
  const todo = { kind: 'profile', title: '本单位档案', detail: '未填：审核人', records: [] } as const
  const found = lines(
    { enterprise: [firm('甲公司')], submission: [sent, first] },
    {
      todos: [todo],
      package: {
        fileName: '移交包.pbz-backup',
        bytes: 2_097_152,
        code: '99999 00000 99999 00000 99999 00000',
      },
    },
  )
  expect(found.slice(1, 2)).toEqual(['1 | 企业 | 1家 | '])
  expect(found.slice(8, 10)).toEqual([
    '7 | 第1号 | 2021年二季度，校验码 — | 已撤回',
    '8 | 第2号 | 2021年三季度，校验码 11111 22222 33333 44444 55555 66666 | 2021-10-09 已报送',
  ])
  expect(found.slice(-5)).toEqual([
    '四、移交包',
    '11 | 文件 | 移交包.pbz-backup | 2.00 MB',
    '12 | 校验码 | 99999 00000 99999 00000 99999 00000 | ',
    '五、待办事项',
    '13 | 本单位档案 | 未填：审核人 | ',
  ])
})
