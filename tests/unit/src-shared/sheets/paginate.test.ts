import { describe, expect, it } from 'vitest'
import { paginate } from '#shared/sheets/paginate.ts'

const measures = (rows: readonly number[], closing = 20) => ({
  body: 100,
  opening: 30,
  header: 10,
  rows,
  closing,
})

describe('paginate', () => {
  it('gives an empty form one page', () => {
    expect(paginate(measures([]))).toEqual([{ from: 0, to: 0 }])
  })
  it('takes the opening block off the first page only', () => {
    expect(paginate(measures(Array(15).fill(10)))).toEqual([
      { from: 0, to: 6 },
      { from: 6, to: 14 },
      { from: 14, to: 15 },
    ])
  })
  it('keeps the closing block with the last row when it does not fit', () => {
    expect(paginate(measures([10, 10, 10, 10, 10]))).toEqual([
      { from: 0, to: 4 },
      { from: 4, to: 5 },
    ])
  })
  it('keeps everything on one page when the closing block just fits', () => {
    expect(paginate(measures([10, 10, 10, 10]))).toEqual([{ from: 0, to: 4 }])
  })
  it('gives a row taller than the page a page of its own', () => {
    expect(paginate(measures([10, 200, 10]))).toEqual([
      { from: 0, to: 1 },
      { from: 1, to: 2 },
      { from: 2, to: 3 },
    ])
  })
  it('puts the closing block alone when the only row leaves no room', () => {
    expect(paginate(measures([55]))).toEqual([
      { from: 0, to: 1 },
      { from: 1, to: 1 },
    ])
  })
  it('never loses or repeats a row', () => {
    const rows = Array.from({ length: 500 }, (_, i) => 5 + ((i * 7) % 23))
    const pages = paginate(measures(rows))
    expect(pages.flatMap((p) => rows.slice(p.from, p.to))).toEqual(rows)
  })
})
