import './platform/zod-without-eval.ts'
import { offeredYears } from '#shared/pack/working-year.ts'
import type { AppDependencies } from './app/dependencies.ts'
import { mountApp } from './app/mount-app.tsx'
import { SCREENS } from './app/screens.tsx'
import { showRepairs } from './app/show-repairs.ts'
import { createDatabase } from './db/database.ts'
import { FirstBackup } from './features/backup/FirstBackup.tsx'
import { RestorePage } from './features/backup/RestorePage.tsx'
import { ExchangeWatch } from './features/exchange/ExchangeWatch.tsx'
import { HistoryDrawer } from './features/history/HistoryDrawer.tsx'
import { QuickEntry } from './features/quick-entry/QuickEntry.tsx'
import { MergeDialog } from './features/review/MergeDialog.tsx'
import { SetupScreen } from './features/setup/SetupScreen.tsx'
import { desktop } from './platform/desktop.ts'
import { newId } from './platform/new-id.ts'
import { today } from './platform/today.ts'
import { rememberOperator, useOperatorState } from './state/operator-state.ts'
import { rememberRowDensity } from './state/remembered-look.ts'
import { rememberYear } from './state/remembered-year.ts'
import { openAuthoredWorkspace } from './workspace/open-authored-workspace.ts'
import { PLAN_PACK } from './workspace/plan-pack.ts'

/** Composition root: the only place that knows every part. */
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

const database = createDatabase('pbz')
const years = offeredYears(today(), PLAN_PACK.years)

const dependencies: AppDependencies = {
  desktop,
  openWorkspace: (progress) =>
    openAuthoredWorkspace({
      desktop,
      database,
      newId,
      now: () => new Date(),
      progress,
      repaired: showRepairs,
      operator: {
        current: () => useOperatorState.getState().operator,
        name: (operator) => useOperatorState.getState().name(operator),
      },
    }),
  screens: SCREENS,
  years,
  Setup: SetupScreen,
  QuickEntry,
  Exchange: ExchangeWatch,
  History: HistoryDrawer,
  Merge: MergeDialog,
  Restore: RestorePage,
  FirstBackup,
}

rememberRowDensity(localStorage)
rememberOperator(localStorage)
rememberYear(localStorage, years)
mountApp(root, dependencies)
