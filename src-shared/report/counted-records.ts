import { REPORTED_TYPES, type ReportedType } from '../bundle/report-body.ts'
import { RECORD_TITLES } from '../records/dictionary.ts'

/** The measure word of each record that travels in a report: 企业 120 家, 发明专利 30 件. */
const MEASURES: { readonly [T in ReportedType]: string } = {
  enterprise: '家',
  participation: '家',
  patent: '件',
  figures: '条',
  activity: '项',
  plan: '份',
}

/** Every kind of record of a report as paper, 验证 and 审核 name and count it. */
export const COUNTED_RECORDS = REPORTED_TYPES.map((type) => ({
  type,
  title: RECORD_TITLES[type],
  measure: MEASURES[type],
}))
