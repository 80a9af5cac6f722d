import { expect, test } from 'vitest'
import { keyProblem, type NewKey } from '#renderer/use-cases/create-key.ts'

const KEY: NewKey = {
  person: '李某',
  role: 'preparer',
  unit: 'YY-430626',
  passphrase: '一二三四五六七八九十',
  repeated: '一二三四五六七八九十',
}

test('a key needs a name, ten characters of 口令 and the same 口令 twice', () => {
  expect([
    keyProblem(KEY),
    keyProblem({ ...KEY, person: '  ' })?.field,
    keyProblem({ ...KEY, passphrase: '一二三四五六七八九', repeated: '一二三四五六七八九' })?.field,
    // Nine characters outside the basic plane are eighteen code units.
    keyProblem({ ...KEY, passphrase: '𠮷'.repeat(9), repeated: '𠮷'.repeat(9) })?.field,
    keyProblem({ ...KEY, repeated: '一二三四五六七八九十 ' })?.field,
  ]).toEqual([null, 'person', 'passphrase', 'passphrase', 'repeated'])
})
