import { quarterTitle, reportPeriod } from '../indicators/report-period.ts'
import { fileCode } from './file-code.ts'
import type { Identity, PeriodId } from './manifest.ts'

/** 期别 in words: 2021年三季度, 2021年9月, 2021年度, 2021年名单, 2021年专项1. */
export function periodTitle(period: PeriodId): string {
  const quarter = reportPeriod(period)
  if (quarter !== null) return quarterTitle(quarter)
  const year = period.slice(0, 4)
  const rest = period.slice(5)
  switch (period[4]) {
    case 'M':
      return `${year}年${Number(rest)}月`
    case 'L':
      return `${year}年名单`
    case 'S':
      return `${year}年专项${Number(rest)}`
    default:
      return `${year}年度`
  }
}

/** Folder handed to the city (DOMAIN.md J20): 平江县_2021年三季度_报送材料. */
export function handoverFolderName(unitName: string, period: PeriodId): string {
  const safe = unitName.replace(/[\p{Cc}\\/:*?"<>|.\s]/gu, '')
  return `${safe}_${periodTitle(period)}_报送材料`
}

export interface MailFacts {
  readonly fullName: string
  readonly period: PeriodId
  readonly identity: Identity
  readonly fileName: string
  readonly megabytes: number
  readonly preparer: string
  readonly officePhone: string | null
  /** 试用 of the sample county: said first of all. */
  readonly trial: boolean
}

/** Mail text to copy; the code lets the receiver compare file, mail and stamped paper. */
export function mailText(facts: MailFacts): string {
  const phone = facts.officePhone === null ? '' : `，联系电话 ${facts.officePhone}`
  const mark = facts.trial ? '【试用数据】' : ''
  return [
    ...(facts.trial ? ['【试用数据】这是试用产生的文字和材料，不是真实数据，请勿报送。', ''] : []),
    `主题：${mark}${facts.fullName}${periodTitle(facts.period)}“破零倍增”报送材料`,
    '',
    '岳阳市工业和信息化局：',
    `  现报送我单位${periodTitle(facts.period)}中小企业技术创新“破零倍增”材料（约 ${facts.megabytes.toFixed(1)} MB），请查收。`,
    `  报送文件：${facts.fileName}`,
    `  校验码：${fileCode(facts.identity)}`,
    '  校验码应与盖章的《报送交接单》一致。',
    '',
    `${facts.fullName}`,
    `填报人：${facts.preparer}${phone}`,
  ].join('\n')
}
