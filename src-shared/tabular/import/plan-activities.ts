import type { CleanedRow } from '../cleaned.ts'
import { nameKey } from '../firm-names.ts'
import {
  activityKey,
  type ImportContext,
  type RowOutcome,
  recordFor,
  writeFields,
  writeFirmElement,
} from './import-context.ts'
import { elementsOf, type SheetSource, textOf } from './sheet-source.ts'

const PARTICIPANTS = new Set(['participants'])

/** 服务活动 rows, found again by number, else by date and name. */
export function planActivity(context: ImportContext, from: SheetSource, row: CleanedRow): RowOutcome {
  const [number, date, name] = ['number', 'date', 'name'].map((field) => textOf(row, `activity.${field}`))
  const key = activityKey(number ?? null, date ?? null, name ?? null)
  const { id } = recordFor(context, 'activity', key, from.of(row, 'activity.number', 'activity.name'))
  writeFields(context, 'activity', id, row, from, PARTICIPANTS)
  writeParticipants(context, id, row, from)
  return null
}

/** 参加企业 rows: participants of the activity with that number. */
export function planParticipant(context: ImportContext, from: SheetSource, row: CleanedRow): RowOutcome {
  const number = textOf(row, 'activity.number')
  const id = number === null ? undefined : context.known.get(`activity ${activityKey(number, null, null)}`)
  if (id === undefined) return `没有编号为“${number ?? ''}”的活动`
  writeParticipants(context, id, row, from)
  return null
}

/** A firm of ours stands under its id; 名录外企业 by name, counted once. */
function writeParticipants(context: ImportContext, id: string, row: CleanedRow, from: SheetSource): void {
  const source = from.of(row, 'activity.participants', 'enterprise.name')
  for (const [, element] of elementsOf(row.values['activity.participants'])) {
    const { code, ...rest } = element
    const name = String(rest.name)
    const match = context.firms.match(typeof code === 'string' ? code : null, name)
    if (typeof match === 'object')
      writeFirmElement(
        context,
        { type: 'activity', id, list: 'participants', name },
        { ...rest, enterprise: match.id },
        source,
      )
    else context.staging.write('activity', id, `participants/${nameKey(name)}`, rest, source)
  }
}
