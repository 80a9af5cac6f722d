import { Loader } from '@mantine/core'
import { Suspense, useState } from 'react'
import { DEMO_UNIT } from '#shared/codes/reporting-units.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { CONFIDENTIALITY } from '../state/permanent-words.ts'
import { useScreenState } from '../state/screen-state.ts'
import { useRecords } from '../workspace/use-workspace.ts'
import { BackupLine } from './BackupLine.tsx'
import { CloseGuard } from './CloseGuard.tsx'
import { CommandPalette } from './CommandPalette.tsx'
import { DiskLine } from './DiskLine.tsx'
import type { AppDependencies } from './dependencies.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { JournalLine } from './JournalLine.tsx'
import { Navigation } from './Navigation.tsx'
import styles from './Shell.module.css'
import { TitleBar } from './TitleBar.tsx'
import { useShortcuts } from './use-shortcuts.ts'
import { useUndoRedo } from './use-undo-redo.ts'

/** Navigation, title bar, the current screen and the permanent line. */
export function Shell({ dependencies }: { dependencies: AppDependencies }) {
  const { History, Merge, Exchange } = dependencies
  const [searching, setSearching] = useState(false)
  const screen = useScreenState((state) => state.screen)
  const visit = useScreenState((state) => state.visit)
  const profile = useRecords().get('profile', PROFILE_ID)
  const undoRedo = useUndoRedo()
  const isTrial = profile?.unit === DEMO_UNIT.code
  const current = dependencies.screens.find((each) => each.id === screen)

  useShortcuts({
    undo: undoRedo.undo,
    redo: undoRedo.redo,
    palette: () => setSearching((before) => !before),
  })

  return (
    <div className={styles.shell}>
      <BackupLine desktop={dependencies.desktop} isTrial={isTrial} />
      <TitleBar
        unitName={profile?.fullName ?? '破零倍增县区工作台'}
        isTrial={isTrial}
        years={dependencies.years}
        QuickEntry={dependencies.QuickEntry}
        undoRedo={undoRedo}
        onSearch={() => setSearching(true)}
      />
      <div className={styles.warnings}>
        <DiskLine desktop={dependencies.desktop} />
        <JournalLine desktop={dependencies.desktop} />
      </div>
      <Navigation screens={dependencies.screens} />
      <main className={styles.screen}>
        <ErrorBoundary key={`${screen} ${visit}`}>
          <Suspense fallback={<Loader className={styles.loading ?? ''} size="sm" aria-label="正在打开" />}>
            {current === undefined ? null : <current.Component />}
          </Suspense>
        </ErrorBoundary>
      </main>
      <footer className={styles.line}>
        <span>{CONFIDENTIALITY}</span>
        {isTrial ? <span className={styles.trialLine}>试用数据，不得报送</span> : null}
      </footer>
      <CommandPalette
        opened={searching}
        onClose={() => setSearching(false)}
        screens={dependencies.screens}
        undoRedo={undoRedo}
      />
      {History === null ? null : <History />}
      {Exchange === null ? null : <Exchange />}
      {Merge === null ? null : <Merge />}
      <CloseGuard desktop={dependencies.desktop} />
    </div>
  )
}
