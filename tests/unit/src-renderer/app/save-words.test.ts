import { expect, test } from 'vitest'
import { diskWords } from '#renderer/app/disk-words.ts'
import { badWords } from '#renderer/app/save-words.ts'

const text = { typed: '轴承', message: '没有保存：磁盘已满。', unsaved: true, where: '甲 主导产品' }

test('a save that went well does not call an earlier text saved', () => {
  expect(badWords(null, [])).toBeNull()
  expect(badWords('没有撤销', [])).toEqual({ word: '保存失败', reason: '没有撤销' })
  expect(badWords(null, [text])).toEqual({
    word: '1 处没有保存',
    reason: '甲 主导产品：没有保存：磁盘已满。 回到这一格按回车，再保存一次。',
  })
  expect(badWords('台账不能写入。', [text, text])).toEqual({
    word: '2 处没有保存',
    reason: '甲 主导产品（共 2 处）：台账不能写入。 回到这一格按回车，再保存一次。',
  })
})

test('a disk that runs full is named with what to do, before and after saving stops', () => {
  expect(diskWords({ folder: '台账', room: 'plenty', megabytes: 900 })).toBeNull()
  expect(diskWords({ folder: '台账', room: 'plenty', megabytes: null })).toBeNull()
  expect(diskWords({ folder: '台账', room: 'low', megabytes: 150 })).toEqual({
    title: '“台账”所在磁盘只剩 150 MB',
    advice: '请清理磁盘，少于 20 MB 时程序不再保存新内容。',
  })
  expect(diskWords({ folder: '台账', room: 'none', megabytes: 19 })?.title).toBe(
    '“台账”所在磁盘只剩 19 MB，已停止保存',
  )
})
