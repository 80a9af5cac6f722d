import { describe, expect, it } from 'vitest'
import { noteOn, reasonsOf } from '#shared/report/report-notes.ts'

const notes = [
  { id: 'n2', period: '2021Q3', subject: 'missing:研发投入', reason: '另一台电脑填的' },
  { id: 'n1', period: '2021Q3', subject: 'missing:研发投入', reason: '企业未报，已催报' },
  { id: 'n0', period: '2021Q3', subject: 'missing:研发投入' },
  { id: 'n3', period: '2021Q2', subject: 'no-activity', reason: '疫情期间未开展' },
]

describe('报送说明', () => {
  it('belongs to its period, and one reason is used where two PCs wrote one', () => {
    expect(reasonsOf(notes, '2021Q3')).toEqual({ 'missing:研发投入': '企业未报，已催报' })
    expect(reasonsOf(notes, '2021Q2')).toEqual({ 'no-activity': '疫情期间未开展' })
    expect(reasonsOf(notes, '2021Q1')).toEqual({})
  })

  it('is found again for another reason, also once it was emptied', () => {
    expect(noteOn(notes, '2021Q3', 'missing:研发投入')?.id).toBe('n1')
    expect(noteOn(notes.slice(2), '2021Q3', 'missing:研发投入')?.id).toBe('n0')
    expect(noteOn(notes, '2021Q3', 'no-activity')).toBeNull()
  })
})
