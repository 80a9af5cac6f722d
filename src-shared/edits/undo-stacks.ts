import type { EditNode, EditState, UndoStacks } from './state.ts'

/**
 * Keeps 撤销/重做 of every station from its own edits alone, so both survive a restart. An undo moves its targets over,
 * a redo moves them back, any other edit starts a new future.
 */
export function stackEdit(state: EditState, edit: EditNode): void {
  const stacks = stacksOf(state, edit.id.station)
  if (edit.why.kind === 'undone') move(edit.retracts, stacks.undo, stacks.redo)
  else if (edit.why.kind === 'redone') move(targetsOfRedo(edit), stacks.redo, stacks.undo)
  else if (edit.why.kind !== 'recovered') {
    stacks.undo.push(edit)
    stacks.redo.length = 0
  }
}

/** The stacks of a station, empty ones for a new station. */
export function stacksOf(state: EditState, station: string): UndoStacks {
  const known = state.stacks.get(station)
  if (known !== undefined) return known
  const made: UndoStacks = { undo: [], redo: [] }
  state.stacks.set(station, made)
  return made
}

function targetsOfRedo(redo: EditNode): readonly EditNode[] {
  return [...new Set(redo.retracts.flatMap((undo) => undo.retracts))]
}

function move(edits: readonly EditNode[], from: EditNode[], to: EditNode[]): void {
  for (const edit of edits) {
    const index = from.lastIndexOf(edit)
    if (index < 0) continue
    from.splice(index, 1)
    to.push(edit)
  }
}
