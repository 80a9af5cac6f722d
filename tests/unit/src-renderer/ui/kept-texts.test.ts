import { beforeEach, expect, test } from 'vitest'
import { keptUnlessStored, unsavedTexts, useKeptTexts } from '#renderer/ui/kept-texts.ts'
import { err, ok } from '#shared/result.ts'

beforeEach(() => useKeptTexts.setState({ texts: new Map() }))

const typed = { place: 'firm-1 product', typed: '精密轴承', where: '样例企业 主导产品' }
const kept = () => Object.fromEntries(useKeptTexts.getState().texts)

test('text that could not be saved is kept with its reason, also when its field is gone by then', async () => {
  let fail: (reason: string) => void = () => {}
  const saving = new Promise<string>((done) => {
    fail = done
  }).then((message) => err({ message }))
  const outcome = keptUnlessStored(typed, saving, useKeptTexts.getState())
  expect(kept()).toEqual({})
  fail('没有保存：“台账”不能写入。')
  expect(await outcome).toBe('没有保存：“台账”不能写入。')
  expect(kept()).toEqual({
    'firm-1 product': {
      typed: '精密轴承',
      message: '没有保存：“台账”不能写入。',
      unsaved: true,
      where: '样例企业 主导产品',
    },
  })
})

test('a save that breaks off is a save that failed', async () => {
  expect(await keptUnlessStored(typed, Promise.reject(new Error('gone')), useKeptTexts.getState())).toContain(
    '没有保存',
  )
  expect(kept()['firm-1 product']?.typed).toBe('精密轴承')
})

test('text that is saved in the end is no longer kept', async () => {
  await keptUnlessStored(typed, Promise.resolve(err({ message: '磁盘已满' })), useKeptTexts.getState())
  expect(await keptUnlessStored(typed, Promise.resolve(ok(null)), useKeptTexts.getState())).toBeNull()
  expect(kept()).toEqual({})
})

test('text with a mistake in it is kept, but is not a failure of the disk', () => {
  const { keep, drop } = useKeptTexts.getState()
  keep('a', { typed: '12x', message: '不是数字', unsaved: false, where: '甲 纳税额' })
  keep('b', { typed: '轴承', message: '磁盘已满', unsaved: true, where: '甲 主导产品' })
  expect(unsavedTexts(useKeptTexts.getState().texts).map(({ typed: text }) => text)).toEqual(['轴承'])
  const before = useKeptTexts.getState().texts
  drop('nowhere')
  expect(useKeptTexts.getState().texts).toBe(before)
})
