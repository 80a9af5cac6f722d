import type { Todo, TodoKind } from '#shared/succession/open-todos.ts'
import type { ScreenId } from '../../state/screen-id.ts'
import type { ScreenTarget } from '../../state/screen-state.ts'

const SCREENS: { readonly [K in TodoKind]: ScreenId } = {
  conflict: 'enterprises',
  unreported: 'report',
  unsent: 'report',
  check: 'report',
  'follow-up': 'activities',
  measure: 'plan',
  profile: 'settings',
}

/** Where a 待办 is done, with only its records shown where the screen can. */
export function placeOfTodo(todo: Todo): { readonly screen: ScreenId; readonly target: ScreenTarget } {
  const screen = SCREENS[todo.kind]
  const target = todo.kind === 'follow-up' ? { only: { ids: todo.records, reason: todo.title } } : {}
  return { screen, target }
}
