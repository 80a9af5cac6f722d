import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import type { ExchangeStatus } from '#shared/ipc/exchange-channels.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { desktop } from '../../platform/desktop.ts'
import { useExchangeState } from '../../state/exchange-state.ts'
import { useOperatorState } from '../../state/operator-state.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { sentenceOf } from '../../ui/sentence.ts'
import { startExchangeLoop } from '../../use-cases/exchange-loop.ts'
import { exchangeRound } from '../../use-cases/exchange-round.ts'
import { useRecords, useWorkspace } from '../../workspace/use-workspace.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { isJoined } from './exchange-words.ts'
import { MergedNotice, NewcomerNotice } from './notices.tsx'

/** 同步 while the program is open: looks every so often, gives on what is changed here, tells what came. */
export function ExchangeWatch() {
  const workspace = useWorkspace()
  const profile = useRecords().get('profile', PROFILE_ID)
  const unit = profile?.unit ?? null
  const preparer = profile?.preparer ?? null
  const joined = useExchangeState(({ status }) => isJoined(status))
  useEffect(() => (unit === null ? undefined : watch(workspace, unit)), [workspace, unit])
  // From the first meeting on the shared 本单位档案 no longer says who sits here.
  useEffect(() => {
    const { operator, name } = useOperatorState.getState()
    if (joined && operator === null && preparer !== null) name(preparer)
  }, [joined, preparer])
  return null
}

/** Returns what ends it. */
function watch(workspace: Workspace, unit: string): () => void {
  const { told } = useExchangeState.getState()
  const seen = new Set<string>()
  let lastFailure: string | null = null
  const loop = startExchangeLoop({
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds)
      return () => clearTimeout(timer)
    },
    round: async () => {
      const done = await exchangeRound(desktop, workspace, unit)
      if (!done.ok) return told({ failure: done.error })
      const { status, merged, failure } = done.value
      told({ status, failure })
      for (const batch of merged)
        notifications.show({ message: <MergedNotice batch={batch} />, autoClose: 10_000 })
      tellNewcomers(status, seen)
      // A disk that stays full is told once, not every 20 seconds.
      const words = failure === null ? null : sentenceOf(failure)
      if (words !== null && words !== lastFailure)
        notifications.show({ color: 'red', title: '没有合并', message: words })
      lastFailure = words
    },
  })
  told({ syncNow: loop.now })
  const unsubscribe = workspace.subscribe(loop.changed)
  return () => {
    unsubscribe()
    loop.stop()
    told({ status: null, failure: null, syncNow: async () => {} })
  }
}

/** A PC that comes for the first time is told once while the program is open, and not to who looks at it already. */
function tellNewcomers(status: ExchangeStatus, seen: Set<string>): void {
  const isLooking = useScreenState.getState().screen === 'exchange'
  for (const { kid, name, standing } of status.pcs) {
    if (standing !== 'new' || seen.has(kid)) continue
    seen.add(kid)
    if (!isLooking) notifications.show({ message: <NewcomerNotice name={name} />, autoClose: 20_000 })
  }
}
