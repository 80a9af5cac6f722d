import { describe, expect, it } from 'vitest'
import { FINDING_KINDS } from '#shared/tabular/finding-kinds.ts'

describe('the sentences of findings', () => {
  it.each(Object.entries(FINDING_KINDS))('%s speaks Chinese only', (_, entry) => {
    const sentence = entry.say({ title: '营业收入', before: '12345678元', after: '1234.5678' })
    expect(sentence).toMatch(/\p{Script=Han}/u)
    expect(sentence.replace('字母O', '')).not.toMatch(/[A-Za-z]|undefined|null/)
  })
})
