import { checkCreditCode, legacyKindOf, suggestCreditCode } from '#shared/codes/credit-code.ts'
import type { ComputedSize } from '#shared/codes/firm-size.ts'
import { mayRegisterIn, type ReportingUnit } from '#shared/codes/reporting-units.ts'
import type { FieldValue } from '#shared/edits/edit.ts'

/** What to know about a code beside its field; null when it is in order. */
export function codeNote(code: string | undefined, unit: ReportingUnit | null): string | null {
  if (code === undefined) return '缺代码，请对照营业执照补填'
  const legacy = legacyKindOf(code)
  if (legacy === 'registration-number') return '这是旧的15位注册号，请补填18位代码'
  if (legacy === 'organisation-code') return '这是旧的组织机构代码，请补填18位代码'
  const verdict = checkCreditCode(code)
  if (verdict.valid) {
    if (unit !== null && unit.kind !== 'city' && !isNearby(verdict.authority, unit))
      return '代码显示登记在其他县市区，请确认是否本辖区企业'
    return verdict.category === '91' ? null : '代码不是企业类（91开头），一般不计为中小企业'
  }
  const suggestion = suggestCreditCode(code)
  if (suggestion !== null) return `代码中有形近字母，可能是 ${suggestion}，请核对`
  if (verdict.reason === 'length') return `代码有${verdict.length}位，应为18位`
  if (verdict.reason === 'charset') return '代码中有不允许的字符（不用 I、O、S、V、Z）'
  return '校验位不符，请对照营业执照核对'
}

/** 系统测算 beside 企业规模: what it would be, and whether the register says otherwise; null when it cannot be told. */
export function sizeNote(
  typed: string | undefined,
  { size, year }: ComputedSize,
): { readonly words: string; readonly differs: boolean } | null {
  if (size === '无法判定') return null
  const basis = year === null ? '从业人员' : `${year}年数据`
  const differs = typed !== undefined && typed !== size
  return { words: `系统测算：${size}（按${basis}）${differs ? '，与所填不一致，请核对' : ''}`, differs }
}

/** Why a typed value cannot be stored; null when it can. */
export function editRefusal(field: string, value: FieldValue, voidedFor: string | null): string | null {
  if (voidedFor !== null) return '企业已作废，请先恢复'
  return field === 'name' && value === null ? '企业名称不能为空；录错的企业请用“作废”' : null
}

/** Registered by the county, the city, the province or the state: all of these are usual. */
function isNearby(authority: string, unit: ReportingUnit): boolean {
  return authority.startsWith('4300') || authority.startsWith('1000') || mayRegisterIn(unit, authority)
}
