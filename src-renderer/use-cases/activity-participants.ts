import type { Records } from '#shared/edits/read-model.ts'
import type { ActivityParticipant } from '#shared/records/activity.ts'
import { comparableName, nameKey } from '#shared/tabular/firm-names.ts'
import { FirmIndex } from '#shared/tabular/import/firm-index.ts'

/** A 服务对象 as picked or typed; `enterprise` null is 名录外企业. */
export interface ChosenFirm {
  readonly name: string
  readonly enterprise: string | null
}

/** Element key and element of the list field, the same as an import gives: a firm stands in an activity once. */
export function participantElement({ name, enterprise }: ChosenFirm): readonly [string, ActivityParticipant] {
  return enterprise === null ? [nameKey(name), { name }] : [enterprise, { name, enterprise }]
}

/** A sign-in sheet pasted with one firm per line: names or codes; lines without a word and repeats are left out. */
export function pastedFirms(records: Records, text: string): readonly ChosenFirm[] {
  const index = new FirmIndex(records)
  const found = new Map<string, ChosenFirm>()
  for (const line of text.split(/\r\n?|\n/)) {
    const firm = chosenFirm(records, index, line)
    if (firm !== null) found.set(participantElement(firm)[0], firm)
  }
  return [...found.values()]
}

/** A number at the front (1. 2、) and everything behind a tab belong to the sheet, not to the name. */
function chosenFirm(records: Records, index: FirmIndex, line: string): ChosenFirm | null {
  const name = (line.trim().split('\t')[0] ?? '')
    .replace(/^\d{1,3}[.、．)]\s*/u, '')
    .trim()
    .slice(0, 120)
  if (!/[\p{L}\p{N}]/u.test(name)) return null
  const code = /^[0-9A-Z]{18}$/.test(comparableName(name)) ? comparableName(name) : null
  const match = index.match(code, code === null ? name : null)
  if (typeof match !== 'object') return { name, enterprise: null }
  return { name: records.get('enterprise', match.id)?.name ?? name, enterprise: match.id }
}
