import { describe, expect, it } from 'vitest'
import { type CommandEntry, matchingEntries, preparedEntry } from '#renderer/app/command-search.ts'
import { loadInitials } from '#renderer/platform/pinyin.ts'
import { undoneWords } from '#renderer/state/undo-words.ts'

const ENTRIES: readonly CommandEntry[] = [
  { id: 'activities', group: '功能', label: '服务活动' },
  { id: 'undo', group: '操作', label: '撤销', detail: '修改主导产品' },
  { id: 'a', group: '企业', label: '金卓新材料有限公司', detail: '91430626MA4L00001X' },
  { id: 'b', group: '企业', label: '岳阳金卓工贸有限公司', detail: '91430626MA4L00002X' },
  { id: 'c', group: '企业', label: '长沙服务中心', detail: '91430100MA4L00003X' },
]

const initials = await loadInitials()
const prepared = ENTRIES.map((entry) => preparedEntry(entry, initials))
const found = (query: string, limit = 10) => matchingEntries(prepared, query, limit).map((entry) => entry.id)

describe('finding screens, firms and actions', () => {
  it('offers screens and actions before anything is typed', () => {
    expect(found('')).toEqual(['activities', 'undo'])
  })

  it('finds by pinyin initials, by the beginning first', () => {
    expect(found('jzxcl')).toEqual(['a'])
    expect(found('jz')).toEqual(['a', 'b'])
    expect(found('fwhd')).toEqual(['activities'])
  })

  it('finds by any part of the name, by the beginning first', () => {
    expect(found('服务')).toEqual(['activities', 'c'])
    expect(found('金卓')).toEqual(['a', 'b'])
  })

  it('finds by code without regard to case and width', () => {
    expect(found('91430626ma4l00002')).toEqual(['b'])
  })

  it('stops at the limit and finds nothing for nonsense', () => {
    expect(found('91430', 2)).toEqual(['a', 'b'])
    expect(found('不存在')).toEqual([])
  })
})

describe('the words after 撤销', () => {
  it('counts what was kept only when something was', () => {
    expect(undoneWords('撤销', { title: '导入 120 家企业', undone: 114, kept: 6, pointing: {} })).toBe(
      '已撤销：导入 120 家企业（撤销114处，保留6处）',
    )
    expect(undoneWords('重做', { title: '修改主导产品', undone: 1, kept: 0, pointing: {} })).toBe(
      '已重做：修改主导产品',
    )
  })
})
