import { create } from 'zustand'

export interface OperatorState {
  /** 本机操作人; null: the 填报人 of 本单位档案, as on a single PC. */
  readonly operator: string | null
  name(operator: string): void
}

/** Who sits at this PC and stands on the edits made here. Where several PCs share one 本单位档案 it cannot say so. */
export const useOperatorState = create<OperatorState>((set) => ({
  operator: null,
  name: (operator) => set({ operator }),
}))

const KEY = 'pbz-operator'

/** Takes up who sat here last, and keeps the storage in step from then on. */
export function rememberOperator(storage: Pick<Storage, 'getItem' | 'setItem'>): void {
  const kept = storage.getItem(KEY)
  if (kept !== null && kept !== '') useOperatorState.getState().name(kept)
  useOperatorState.subscribe(({ operator }) => {
    if (operator !== null) storage.setItem(KEY, operator)
  })
}
