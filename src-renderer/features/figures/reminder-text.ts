import type { Period } from './figures-rows.ts'

/** 催报文字 for a group message: what is due, and who has not answered. */
export function reminderText(year: number, period: Period, names: readonly string[]): string {
  const lines = names.map((name, at) => `${at + 1}. ${name}`)
  const what = `${year}年${period}营业收入、研发费用、发明专利产品销售额和利润等数据（单位：万元）`
  return [`请下列 ${names.length} 家企业尽快报送${what}：`, ...lines, '已报送的请忽略，谢谢配合。'].join('\n')
}
