import { expect, test } from 'vitest'
import { setFields } from '#shared/edits/operations.ts'
import { operatorAfter } from '#shared/exchange/operator.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'

const naming = (preparer: string | null) => ({ ops: [setFields('profile', PROFILE_ID, { preparer })] })

test('a successor takes the seat', () => {
  expect(operatorAfter('李某', '张某', { ...naming('王某'), by: '王某' })).toBe('王某')
})

test('who corrects their own name as 填报人 is called so from then on', () => {
  expect(operatorAfter('李某', '李某', naming('李某某'))).toBe('李某某')
  expect(operatorAfter('李某', '李某', naming(null))).toBe('李某')
})

test('首次设置 of another data folder names who sits here', () => {
  const setup = { ops: [setFields('profile', PROFILE_ID, { unit: 'YY-430626', preparer: '王某' })] }
  expect(operatorAfter('样例员', undefined, setup)).toBe('王某')
})

test('a 填报人 of the unit chosen among two, or another edit, says nothing of who sits here', () => {
  expect(operatorAfter('李某', undefined, naming('王某'))).toBe('李某')
  expect(operatorAfter('李某', '王某', naming('赵某'))).toBe('李某')
  expect(operatorAfter('李某', '李某', { ops: [setFields('enterprise', 'a', { name: '甲' })] })).toBe('李某')
})
