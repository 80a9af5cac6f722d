/** The last changes for the other PCs and 退出时的备份 take a moment; a medium that hangs must not keep the program open. */
export const CLOSING_MS = 15_000

export interface ClosingDeps {
  /** What the clerk sees of the program goes at once. */
  readonly hide: () => void
  /** Work at the end, side by side: a share that hangs must not cost the backup. */
  readonly ends: () => readonly (Promise<void> | undefined)[]
  /** Then the journal: it leaves a checkpoint, and the next start has nothing to read. */
  readonly closeJournal: () => Promise<void> | undefined
  /** Ends the program's window for good. */
  readonly destroy: () => void
  readonly after: (ms: number, run: () => void) => () => void
  readonly reportBug: (error: unknown) => void
}

export interface Closing {
  /** The first call closes; any further one finds it under way. */
  begin(): void
  isUnderWay(): boolean
}

/** Ends the program, once, whether or not a page was there to ask. */
export function createClosing(deps: ClosingDeps): Closing {
  let isUnderWay = false
  const close = async () => {
    deps.hide()
    const stop = deps.after(CLOSING_MS, deps.destroy)
    await Promise.all(deps.ends().map((end) => end?.catch(deps.reportBug)))
    await deps.closeJournal()?.catch(deps.reportBug)
    stop()
    deps.destroy()
  }
  return {
    begin: () => {
      if (isUnderWay) return
      isUnderWay = true
      void close()
    },
    isUnderWay: () => isUnderWay,
  }
}

/** Starts the program again once this one has ended; a hidden window that is closing must not come back. */
export function createStartAgain(closing: Pick<Closing, 'isUnderWay'>, relaunch: () => void): () => boolean {
  let isAsked = false
  return () => {
    if (!closing.isUnderWay()) return false
    if (!isAsked) relaunch()
    isAsked = true
    return true
  }
}
