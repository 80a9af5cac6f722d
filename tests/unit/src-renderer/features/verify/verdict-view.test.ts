import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { verifyFile } from '#main/bundles/verify-file.ts'
import {
  checkLines,
  countsText,
  localTime,
  signatureLines,
  subjectOf,
  verdictSentence,
} from '#renderer/features/verify/verdict-view.ts'
import { NOW, SIGNED_AT, signedReport, trust } from '#tests/support/bundle-vectors.ts'

const verdictOn = async (bytes: Uint8Array, known: typeof trust | null) =>
  (await verifyFile(bytes, { trust: known, previous: null, now: NOW, expected: {} })).verdict

test('an accepted file: what it is, who signed it, every check passed', async () => {
  const { bytes } = await signedReport()
  const verdict = await verdictOn(bytes, trust)
  expect(verdictSentence(verdict)).toBe(
    '平江县2021年三季度报送第 1 号文件，内容完整，没有被改动，签名人身份相符。',
  )
  expect(checkLines(verdict).map(({ word, tone }) => [word, tone])).toEqual(
    Array.from({ length: 6 }, () => ['通过', 'good']),
  )
  expect(signatureLines(verdict.signatures, 480).map(({ key: _, ...line }) => line)).toEqual([
    { person: '测试填报人', role: '填报人', signedAt: '2021-10-08 09:00', tone: 'good', word: '有效' },
  ])
  expect(countsText(verdict.manifest?.counts ?? {})).toBe(
    '企业 1 家、年度名单 1 家、发明专利 1 件、企业数据 1 条、服务活动 1 项、实施方案 0 份',
  )
})

test('a file of an unknown signer is whole and waits for enrolment', async () => {
  const { bytes } = await signedReport()
  const verdict = await verdictOn(bytes, { ...trust, keys: [] })
  expect(verdictSentence(verdict)).toContain('签名人还没有登记')
  const line = checkLines(verdict).find(({ title }) => title === '签名人')
  expect([line?.word, line?.tone, line?.advice.length]).toEqual(['需处理', 'warn', 1])
})

test('two unknown signers get the same advice once', async () => {
  const bytes = await readFile('tests/fixtures/bundles/report-two-signatures.pbz.json')
  const verdict = await verdictOn(bytes, { ...trust, keys: [] })
  expect(verdict.signatures.map(({ state }) => state)).toEqual(['unknown', 'unknown'])
  expect(checkLines(verdict).find(({ title }) => title === '签名人')?.advice.length).toBe(1)
})

test('a changed file: the failed check says why and what to do, and nothing after it is claimed', async () => {
  const { bytes } = await signedReport()
  const text = new TextDecoder().decode(bytes)
  const changed = await verdictOn(new TextEncoder().encode(text.replace('2021-08-17', '2021-08-18')), trust)
  expect(verdictSentence(changed)).toBe('平江县2021年三季度报送第 1 号文件，不能采用，原因见下。')
  expect(checkLines(changed).at(-1)).toEqual({
    title: '正文',
    tone: 'bad',
    word: '不通过',
    message: '正文与清单的摘要不符，文件已被改动或损坏',
    advice: ['请对方重新提供原文件。没有采用其中任何内容。'],
  })
  const other = await verdictOn(new TextEncoder().encode('{"a":1}'), trust)
  expect(verdictSentence(other)).toBe('读不出这份文件的内容，不能采用。')
  expect(checkLines(other).map(({ word }) => word)).toEqual([
    '不通过',
    ...Array.from({ length: 5 }, () => '没有检查'),
  ])
})

test('times are told by the clock of this PC', () => {
  expect([localTime(SIGNED_AT, 480), localTime('2021-12-31T23:30:00Z', 480), localTime('?', 480)]).toEqual([
    '2021-10-08 09:00',
    '2022-01-01 07:30',
    '?',
  ])
  expect(subjectOf({ from: 'YY-JKQ', period: null, kind: 'directive', seq: 3 })).toBe(
    '岳阳经济技术开发区市级下发第 3 号文件',
  )
})
