import { useEffect, useMemo } from 'react'
import { unfinishedFirms } from '#shared/purge/purge-preview.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { openTodos } from '#shared/succession/open-todos.ts'
import { successionList } from '#shared/succession/succession-list.ts'
import { desktop } from '../../platform/desktop.ts'
import { newId } from '../../platform/new-id.ts'
import { today } from '../../platform/today.ts'
import { refreshBackupStatus, useBackupState } from '../../state/backup-state.ts'
import { useOpeningState } from '../../state/opening-state.ts'
import { Page } from '../../ui/Page.tsx'
import { SheetButtons } from '../../ui/paper/SheetButtons.tsx'
import { SheetDesk } from '../../ui/paper/SheetDesk.tsx'
import { SheetPreview } from '../../ui/paper/SheetPreview.tsx'
import { trialMark } from '../../use-cases/print-forms.ts'
import { sheetActions } from '../../use-cases/print-sheets.ts'
import { PLAN_PACK } from '../../workspace/plan-pack.ts'
import { useRecords, useWorkspace } from '../../workspace/use-workspace.ts'
import { PackageBox } from './PackageBox.tsx'
import { SuccessionForm } from './SuccessionForm.tsx'
import { useSuccessionDraft } from './succession-store.ts'
import { TakeOverBox } from './TakeOverBox.tsx'
import { TodoList } from './TodoList.tsx'
import { useKeyHolders } from './use-key-holders.ts'

/** 移交与接任: what is open, the 移交包, and the 移交清单 as it will be printed. */
export function SuccessionScreen() {
  const records = useRecords()
  const workspace = useWorkspace()
  const keyHolders = useKeyHolders()
  const day = today()
  const profile = records.get('profile', PROFILE_ID)
  const protection = useBackupState((state) => state.status?.protection ?? null)
  const opening = useOpeningState((state) => state.opening)
  const draft = useSuccessionDraft()
  const { change } = draft
  const isOfThis = draft.opening === opening
  const typed = isOfThis ? draft.names : {}
  const made = isOfThis ? draft.made : null
  const names = {
    from: typed.from ?? profile?.preparer ?? '',
    to: typed.to ?? '',
    witness: typed.witness ?? profile?.reviewer ?? '',
  }
  const { from, to, witness } = names
  useEffect(() => {
    void refreshBackupStatus(desktop)
  }, [])
  const todos = useMemo(
    () =>
      openTodos(
        records,
        PLAN_PACK,
        day,
        unfinishedFirms(records, (firm) => workspace.history('enterprise', firm, null)),
      ),
    [workspace, records, day],
  )
  const sheets = useMemo(
    () =>
      profile === undefined
        ? []
        : [
            successionList(records, {
              profile,
              from,
              to,
              witness,
              day,
              todos,
              keyHolders,
              package: made === null ? null : { ...made, fileName: made.name },
              protection: made?.protection ?? (Array.isArray(protection) ? protection : []),
              watermark: trialMark(profile, PLAN_PACK),
            }),
          ],
    [records, profile, from, to, witness, day, todos, keyHolders, made, protection],
  )
  const name = `${profile?.fullName ?? ''}_移交清单_${day}`

  return (
    <Page
      title="移交与接任"
      toolbar={
        <SheetButtons disabled={sheets.length === 0} {...sheetActions(desktop, newId, sheets, name)} />
      }
    >
      <SheetDesk
        width={320}
        side={
          <>
            <SuccessionForm
              names={names}
              onChange={(part) => change(opening, { names: { ...typed, ...part } })}
            />
            <PackageBox
              made={made}
              protection={protection}
              onMade={(packed) => change(opening, { made: packed })}
            />
            <TakeOverBox
              leaver={profile?.preparer ?? ''}
              reviewer={profile?.reviewer ?? ''}
              protection={protection}
            />
            <TodoList todos={todos} />
          </>
        }
      >
        <SheetPreview sheets={sheets}>移交清单</SheetPreview>
      </SheetDesk>
    </Page>
  )
}
