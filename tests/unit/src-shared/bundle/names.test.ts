import { expect, test } from 'vitest'
import { fileCode } from '#shared/bundle/file-code.ts'
import { bundleFileName } from '#shared/bundle/file-name.ts'
import { handoverFolderName, mailText, periodTitle } from '#shared/bundle/handover.ts'

const identity = `${'0'.repeat(24)}7${'f'.repeat(39)}`

test('the code is the first 100 bits modulo 10^30, padded', () => {
  expect(fileCode(identity)).toBe('00000 00000 00000 00000 00000 00007')
  // 2^100 - 1 = 1267650600228229401496703205375
  expect(fileCode('f'.repeat(64))).toBe('26765 06002 28229 40149 67032 05375')
})

test('a report is named by unit, period and number, other kinds by addressee and kind', () => {
  const parties = { from: 'YY-430626', to: 'YY-430600', station: '3f0c5a9b1d2e4f60' }
  const report = { ...parties, kind: 'report', period: '2021Q3', seq: 7 } as const
  expect(bundleFileName(report)).toBe('YY-430626_2021Q3_0007.pbz.json')
  expect(bundleFileName({ ...report, kind: 'receipt', from: 'YY-430600', to: 'YY-430626' })).toBe(
    'YY-430600_YY-430626_receipt_0007.pbz.json',
  )
  expect(bundleFileName({ ...report, kind: 'exchange', to: 'YY-430626', period: null })).toBe(
    'YY-430626_exchange_3f0c5a9b1d2e_0007.pbz.json',
  )
})

test('periods are said as the office says them', () => {
  expect(['2021Q3', '2021M09', '2021Y', '2021L', '2021S02'].map(periodTitle)).toEqual([
    '2021年三季度',
    '2021年9月',
    '2021年度',
    '2021年名单',
    '2021年专项2',
  ])
})

test('the handover folder is named without anything a file system would take amiss', () => {
  expect(handoverFolderName('平江县', '2021Q3')).toBe('平江县_2021年三季度_报送材料')
  expect(handoverFolderName('../a:b', '2021Q3')).toBe('ab_2021年三季度_报送材料')
})

const mail = {
  fullName: '平江县科技和工业信息化局',
  period: '2021Q3',
  identity,
  fileName: 'YY-430626_2021Q3_0007.pbz.json',
  megabytes: 1.234,
  preparer: '张示例',
  officePhone: '0730-0000000',
  trial: false,
}

test('the mail names the file and its code', () => {
  expect(mailText(mail).split('\n')).toEqual([
    '主题：平江县科技和工业信息化局2021年三季度“破零倍增”报送材料',
    '',
    '岳阳市工业和信息化局：',
    '  现报送我单位2021年三季度中小企业技术创新“破零倍增”材料（约 1.2 MB），请查收。',
    '  报送文件：YY-430626_2021Q3_0007.pbz.json',
    '  校验码：00000 00000 00000 00000 00000 00007',
    '  校验码应与盖章的《报送交接单》一致。',
    '',
    '平江县科技和工业信息化局',
    '填报人：张示例，联系电话 0730-0000000',
  ])
})

test('the mail of 试用 says so before everything else, and in its subject', () => {
  const [first, , subject] = mailText({ ...mail, trial: true }).split('\n')
  expect(first).toMatch(/^【试用数据】.*请勿报送/)
  expect(subject).toMatch(/^主题：【试用数据】平江县/)
})
