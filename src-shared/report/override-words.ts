import type { Override, ReportedFigure } from '../bundle/report-body.ts'
import { SPANS } from '../indicators/report-period.ts'
import { spanWord } from '../indicators/stated-figures.ts'
import { plainNumber } from '../records/typed-number.ts'

/** An override in words, as the 审核人 reads it: what it is about, 系统测算 and what was stated in its place, and why. */
export function overrideWords(
  { subject, computed, stated, reason }: Override,
  figures: readonly ReportedFigure[],
): string {
  const [kind = '', what = ''] = split(subject)
  if (kind === 'check') return `${valueText(computed)}：${reason}`
  const change = `系统测算${valueText(computed)}，${kind === 'figure' ? '填列' : ''}${valueText(stated)}`
  return `${kind === 'figure' ? figureTitle(what, figures) : '名单企业'}：${change}（${reason}）`
}

function split(subject: string): readonly string[] {
  const colon = subject.indexOf(':')
  return [subject.slice(0, colon), subject.slice(colon + 1)]
}

/** 发明专利授权量（累计）. */
function figureTitle(what: string, figures: readonly ReportedFigure[]): string {
  const span = SPANS.find((each) => what.endsWith(`.${each}`))
  const indicator = span === undefined ? what : what.slice(0, -span.length - 1)
  const title = figures.find((figure) => figure.indicator === indicator)?.title ?? '其他指标'
  return span === undefined ? title : `${title}（${spanWord(span)}）`
}

function valueText(value: Override['computed']): string {
  if (value === null) return '—'
  return typeof value === 'number' ? plainNumber(value) : value
}
