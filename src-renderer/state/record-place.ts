import type { ScreenId } from './screen-id.ts'
import type { ScreenTarget } from './screen-state.ts'

export interface Place {
  readonly screen: ScreenId
  readonly target: ScreenTarget
}

/** Where a record is kept; null for a record that has no screen of its own. */
export function placeOf(record: string, id: string): Place | null {
  switch (record) {
    case 'enterprise':
      return { screen: 'enterprises', target: { open: id } }
    case 'participation':
      return { screen: 'enterprises', target: { tab: 'list', open: id } }
    case 'patent':
      return { screen: 'patents', target: { open: id } }
    case 'figures':
      return { screen: 'figures', target: { open: id } }
    case 'activity':
      return { screen: 'activities', target: { open: id } }
    case 'plan':
      return { screen: 'plan', target: { open: id } }
    case 'statedFigure':
      return { screen: 'progress', target: {} }
    default:
      return null
  }
}

/** Where several records of one type are kept; only they are shown there, and why. */
export function placeOfAll(record: string, ids: readonly string[], reason: string): Place | null {
  const [only] = ids
  if (only === undefined) return null
  const place = placeOf(record, only)
  if (place === null || ids.length === 1) return place
  const { tab } = place.target
  return { screen: place.screen, target: { ...(tab === undefined ? {} : { tab }), only: { ids, reason } } }
}
