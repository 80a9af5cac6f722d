import type { CountingRules } from '../pack/counting-rules.ts'
import type { Row } from '../records/dictionary.ts'

const BODY_NAMES: Readonly<Record<string, string>> = {
  '92': '个体工商户',
  '93': '农民专业合作社',
  '51': '社会团体',
  '52': '民办非企业单位',
  '53': '基金会',
}

/** Why a body is no firm of the programme (个体户, 合作社, 事业单位, 分公司), or null when it is one. */
export function notAFirm(firm: Row<'enterprise'>, rules: CountingRules): string | null {
  const prefix = (firm.code ?? '').slice(0, 2)
  if (rules.firms.excludedCodePrefixes.includes(prefix)) {
    return `${BODY_NAMES[prefix] ?? '机关事业单位或其他组织'}，不按中小企业计`
  }
  const ending = rules.firms.excludedNameEndings.find((end) => (firm.name ?? '').endsWith(end))
  return ending === undefined ? null : `${ending}，不按中小企业计`
}

/** Why a firm has outgrown the SME size, or null. A firm without a size counts as an SME. */
export function oversize(firm: Row<'enterprise'>, rules: CountingRules): string | null {
  return firm.size !== undefined && rules.firms.excludedSizes.includes(firm.size)
    ? `${firm.size}企业，不属于中小企业`
    : null
}
