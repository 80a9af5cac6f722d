import { useScreenState } from './screen-state.ts'

const KEY = 'pbz-year'

/** Takes up 工作年度 of the last session when it is still offered, and keeps the storage in step from then on. */
export function rememberYear(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  offered: readonly number[],
): void {
  const kept = Number(storage.getItem(KEY))
  if (offered.includes(kept)) useScreenState.getState().setYear(kept)
  useScreenState.subscribe(({ year }, before) => {
    if (year !== before.year) storage.setItem(KEY, String(year))
  })
}
