import type { ReportingUnit } from '#shared/codes/reporting-units.ts'
import type { FieldChanges } from '#shared/edits/operations.ts'
import { type DictionaryField, fieldsOf } from '#shared/records/dictionary.ts'
import { parseTyped } from '#shared/records/parse-typed.ts'
import type { Profile } from '#shared/records/profile.ts'

/** Fields of 本单位档案 that are typed; the unit itself is chosen. */
export type ProfileField = Exclude<keyof Profile, 'unit'>

/** What the clerk has typed so far; a field left alone shows the proposal for the chosen unit. */
export type TypedProfile = { readonly [F in ProfileField]?: string }

/** First characters of the usual 文号代字; a unit whose usage is not known gets no proposal. */
const DOC_MARKS: Readonly<Record<string, string>> = {
  'YY-430603': '云',
  'YY-430611': '君',
  'YY-430623': '华',
  'YY-430624': '湘',
  'YY-430626': '平',
  'YY-430681': '汨',
  'YY-430682': '临',
}

/** The form's fields in the order it shows them. */
export const PROFILE_FIELDS: readonly DictionaryField[] = [...fieldsOf('profile').values()].filter(
  (field) => field.name !== 'unit',
)

/** Editable proposals: names that hold for most units, nothing about persons. */
export function proposedProfile(unit: ReportingUnit): TypedProfile {
  const mark = DOC_MARKS[unit.code]
  return {
    fullName: unit.kind === 'zone' ? `${unit.name}产业发展局` : `${unit.name}科技和工业信息化局`,
    office: '中小企业股',
    ...(mark === undefined ? {} : { docMark: `${mark}工信发` }),
  }
}

/** The shown text of a field. */
export function shownText(typed: TypedProfile, unit: ReportingUnit, name: string): string {
  const field = name as ProfileField
  return typed[field] ?? proposedProfile(unit)[field] ?? ''
}

export type CheckedProfile =
  | { readonly ok: true; readonly profile: FieldChanges<'profile'> }
  | { readonly ok: false; readonly problems: Readonly<Record<string, string>> }

/** 本单位档案 from what is shown, or a sentence per field that is missing or wrong. */
export function checkedProfile(typed: TypedProfile, unit: ReportingUnit): CheckedProfile {
  const problems: Record<string, string> = {}
  const profile: Record<string, unknown> = { unit: unit.code }
  for (const field of PROFILE_FIELDS) {
    const parsed = parseTyped(field, shownText(typed, unit, field.name))
    if (!parsed.ok) problems[field.name] = parsed.error.message
    else if (parsed.value !== null) profile[field.name] = parsed.value
    else if (field.required === true) problems[field.name] = `请填写${field.title}`
  }
  return Object.keys(problems).length === 0 ? { ok: true, profile } : { ok: false, problems }
}
