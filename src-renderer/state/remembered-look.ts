import { useScreenState } from './screen-state.ts'

const KEY = 'pbz-row-density'

/** Takes the row density of the last session and keeps the storage in step from then on. Colours are kept by Mantine. */
export function rememberRowDensity(storage: Pick<Storage, 'getItem' | 'setItem'>): void {
  const { setRowDensity } = useScreenState.getState()
  if (storage.getItem(KEY) === 'compact') setRowDensity('compact')
  useScreenState.subscribe(({ rowDensity }, before) => {
    if (rowDensity !== before.rowDensity) storage.setItem(KEY, rowDensity)
  })
}
