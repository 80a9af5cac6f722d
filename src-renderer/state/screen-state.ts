import { create } from 'zustand'
import { workingYear } from '#shared/pack/working-year.ts'
import { today } from '../platform/today.ts'
import { PLAN_PACK } from '../workspace/plan-pack.ts'
import type { ScreenId } from './screen-id.ts'

/** What a screen should show when another one leads there: one open record, or only some records and why. */
export interface ScreenTarget {
  /** Id of the record to open. */
  readonly open?: string
  /** Field of the open record to put the cursor on. */
  readonly field?: string
  /** Show only these records. */
  readonly only?: { readonly ids: readonly string[]; readonly reason: string }
  /** Tab of the screen. */
  readonly tab?: string
}

export interface ScreenState {
  readonly screen: ScreenId
  readonly target: ScreenTarget | null
  /** Counts visits, so that going to the same target twice is seen as two visits. */
  readonly visit: number
  /** 工作年度, the year all screens work on: the one chosen last, else the year of today within the programme. */
  readonly year: number
  readonly navigationCollapsed: boolean
  readonly rowDensity: 'normal' | 'compact'
  goTo(screen: ScreenId, target?: ScreenTarget): void
  setYear(year: number): void
  toggleNavigation(): void
  setRowDensity(density: 'normal' | 'compact'): void
}

/** Where the user is. Screen state only: records live in the workspace. */
export const useScreenState = create<ScreenState>((set) => ({
  screen: 'enterprises',
  target: null,
  visit: 0,
  year: workingYear(today(), PLAN_PACK.years),
  navigationCollapsed: false,
  rowDensity: 'normal',
  goTo: (screen, target) => set((state) => ({ screen, target: target ?? null, visit: state.visit + 1 })),
  setYear: (year) => set({ year }),
  toggleNavigation: () => set((state) => ({ navigationCollapsed: !state.navigationCollapsed })),
  setRowDensity: (rowDensity) => set({ rowDensity }),
}))
