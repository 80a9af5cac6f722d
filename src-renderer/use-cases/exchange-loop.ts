/** Between two looks into the shared folder. */
export const LOOK_MILLISECONDS = 20_000
/** After a change, so that typing in a row writes one file and not ten. */
export const SETTLE_MILLISECONDS = 3_000

export interface ExchangeLoopDeps {
  /** One round; never rejects. */
  round(): Promise<void>
  /** Runs once after so many milliseconds; returns what cancels it. */
  after(milliseconds: number, run: () => void): () => void
}

export interface ExchangeLoop {
  /** Something was changed here. */
  changed(): void
  /** 立即同步: resolves when a round begun from now on is done. */
  now(): Promise<void>
  stop(): void
}

/** One round after the other, never two at once: every so often, soon after a change, and when asked. */
export function startExchangeLoop({ round, after }: ExchangeLoopDeps): ExchangeLoop {
  let cancel = (): void => {}
  let running: Promise<void> | null = null
  let changedMeanwhile = false
  let stopped = false

  const plan = (milliseconds: number) => {
    cancel()
    if (!stopped) cancel = after(milliseconds, () => void run())
  }
  const run = (): Promise<void> => {
    cancel()
    changedMeanwhile = false
    running = round().finally(() => {
      running = null
      plan(changedMeanwhile ? SETTLE_MILLISECONDS : LOOK_MILLISECONDS)
    })
    return running
  }
  plan(0)
  return {
    changed: () => {
      if (running === null) plan(SETTLE_MILLISECONDS)
      else changedMeanwhile = true
    },
    now: async () => {
      if (running !== null) await running
      await (running ?? run())
    },
    stop: () => {
      stopped = true
      cancel()
    },
  }
}
