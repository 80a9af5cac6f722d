import type { Subject } from '#shared/tabular/cleaned.ts'

/** What a workbook is called in sentences. */
export const SUBJECT_TITLES: { readonly [S in Subject]: string } = {
  enterprises: '企业名单',
  patents: '发明专利台账',
  figures: '企业数据',
  activities: '服务活动台账',
}
