import type { Todo, TodoKind } from '#shared/succession/open-todos.ts'
import type { ScreenId } from '../../state/screen-id.ts'
import type { ScreenTarget } from '../../state/screen-state.ts'

const SCREENS: { readonly [K in TodoKind]: ScreenId } = {
  conflict: 'enterprises',
  purge: 'enterprises',
  unreported: 'report',
  unsent: 'report',
  check: 'report',
  'follow-up': 'activities',
  measure: 'plan',
  profile: 'settings',
}

const ONLY: ReadonlySet<TodoKind> = new Set(['purge', 'follow-up'])

/** Where a 待办 is done, with only its records shown where the screen can. */
export function placeOfTodo(todo: Todo): { readonly screen: ScreenId; readonly target: ScreenTarget } {
  const screen = SCREENS[todo.kind]
  const target = ONLY.has(todo.kind) ? { only: { ids: todo.records, reason: todo.title } } : {}
  return { screen, target }
}
