import { expect, it } from 'vitest'
import { messageOf } from '#shared/errors/app-error.ts'
import { editPlaceWords } from '#shared/errors/edit-place.ts'

it.each([
  ['1: activity.$void', '服务活动的作废原因'],
  ['12: enterprise.code', '企业的统一社会信用代码'],
  ['1: enterprise.titles/高新技术企业', '企业的现有资质'],
  ['1: enterprise.custom.k-1', '企业的自定义列'],
  ['title', '操作名称'],
  ['1: enterprise.colour', '1: enterprise.colour'],
  ['1: firm.name', '1: firm.name'],
])('%s is shown as %s', (where, words) => {
  expect(editPlaceWords(where)).toBe(words)
})

it('the sentence names the field, not the register', () => {
  expect(messageOf({ code: 'edit.invalid', where: '1: activity.$void' }).advice).toBe(
    '请检查“服务活动的作废原因”后再试。',
  )
})
