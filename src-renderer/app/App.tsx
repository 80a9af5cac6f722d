import { useCallback, useEffect, useState } from 'react'
import type { AppError } from '#shared/errors/app-error.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { changeDataFolder } from '../platform/data-folder.ts'
import { useBackupState } from '../state/backup-state.ts'
import { useOpeningState } from '../state/opening-state.ts'
import { useSaveState, withSaveState } from '../state/save-state.ts'
import { useRecords, WorkspaceContext } from '../workspace/use-workspace.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { AppDependencies, OpeningProgress } from './dependencies.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { LockGate } from './LockGate.tsx'
import { Shell } from './Shell.tsx'
import { StartScreen } from './StartScreen.tsx'

type Opening =
  | { readonly step: 'opening'; readonly progress: OpeningProgress }
  | { readonly step: 'failed'; readonly error: AppError }
  | { readonly step: 'open'; readonly workspace: Workspace }

const BEGINNING: Opening = { step: 'opening', progress: { label: '正在打开台账', done: 0, total: null } }

/** Opens the workspace, then shows 首次设置 or the screens; all anew when another data folder was chosen. */
export function App({ dependencies }: { dependencies: AppDependencies }) {
  const opening = useOpeningState((state) => state.opening)
  return (
    <LockGate desktop={dependencies.desktop}>
      <OneOpening key={opening} dependencies={dependencies} />
    </LockGate>
  )
}

function OneOpening({ dependencies }: { dependencies: AppDependencies }) {
  const [opening, setOpening] = useState<Opening>(BEGINNING)
  const { openWorkspace } = dependencies
  const reopen = useOpeningState((state) => state.reopen)
  const restoring = useBackupState((state) => state.restoring)
  const { Restore } = dependencies

  const open = useCallback(async () => {
    setOpening(BEGINNING)
    const result = await openWorkspace((progress) => setOpening({ step: 'opening', progress }))
    if (!result.ok) setOpening({ step: 'failed', error: result.error })
    else setOpening({ step: 'open', workspace: withSaveState(result.value, useSaveState.getState()) })
  }, [openWorkspace])

  /** The way out when the data folder is gone: a stick not plugged in, a disk replaced. */
  async function chooseFolder() {
    const changed = await changeDataFolder(dependencies.desktop)
    if (!changed.ok) setOpening({ step: 'failed', error: changed.error })
    else if (changed.value) reopen()
  }

  useEffect(() => {
    void open()
  }, [open])

  if (restoring && Restore !== null) return <Restore />
  if (opening.step === 'opening') return <StartScreen progress={opening.progress} />
  if (opening.step === 'failed') {
    return (
      <StartScreen
        error={opening.error}
        onRetry={() => void open()}
        onChooseFolder={() => void chooseFolder()}
        onRestore={() => useBackupState.getState().setRestoring(true)}
      />
    )
  }
  return (
    <WorkspaceContext value={opening.workspace}>
      <ErrorBoundary>
        <OpenProgram dependencies={dependencies} />
      </ErrorBoundary>
    </WorkspaceContext>
  )
}

function OpenProgram({ dependencies }: { dependencies: AppDependencies }) {
  const hasProfile = useRecords().get('profile', PROFILE_ID) !== undefined
  const settingUp = useOpeningState((state) => state.settingUp)
  const proposing = useBackupState((state) => state.proposing)
  const { Setup, FirstBackup } = dependencies
  if (Setup !== null && (!hasProfile || settingUp)) return <Setup />
  return proposing && FirstBackup !== null ? <FirstBackup /> : <Shell dependencies={dependencies} />
}
