import { expect, it } from 'vitest'
import { likelierSubject } from '#renderer/features/import/likelier-subject.ts'
import { SUBJECTS, type Subject } from '#shared/tabular/cleaned.ts'
import { workbookFixture } from '#tests/support/workbook-fixture.ts'

const SAMPLES: readonly (readonly [string, Subject])[] = [
  ['enterprises-clean-120.xlsx', 'enterprises'],
  ['enterprises-messy.xlsx', 'enterprises'],
  ['enterprises-gbk.csv', 'enterprises'],
  ['patents-2021.xlsx', 'patents'],
  ['figures-2021Q3.xlsx', 'figures'],
  ['service-log-2021.xlsx', 'activities'],
]

it('a sample is nothing else than what it is', () => {
  for (const [name, subject] of SAMPLES)
    expect([name, likelierSubject(workbookFixture(name), subject)]).toEqual([name, null])
})

it('a service log and a patent register are recognised wherever they are imported', () => {
  for (const name of ['service-log-2021.xlsx', 'patents-2021.xlsx']) {
    const file = workbookFixture(name)
    const own = SAMPLES.find(([each]) => each === name)?.[1]
    for (const subject of SUBJECTS.filter((each) => each !== own))
      expect([name, subject, likelierSubject(file, subject)]).toEqual([name, subject, own])
  }
})
