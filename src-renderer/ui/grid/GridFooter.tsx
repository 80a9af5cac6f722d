import { Status } from '../Status.tsx'
import styles from './DataGrid.module.css'

export interface GridFooterProps {
  readonly total: number
  readonly shown: number
  readonly selected: number
  /** Cells whose typed text was refused, or could not be saved. */
  readonly refused: number
  readonly filtering: boolean
  readonly onClearFilters: () => void
}

/** 共 N 条 / 筛选后 M 条 / 已选 K 条. */
export function GridFooter({ total, shown, selected, refused, filtering, onClearFilters }: GridFooterProps) {
  return (
    <div className={styles.footer}>
      <span role="status">
        共 {total} 条{shown === total ? '' : ` / 筛选后 ${shown} 条`}
        {selected === 0 ? '' : ` / 已选 ${selected} 条`}
      </span>
      {filtering ? (
        <button type="button" className={styles.clearFilters} onClick={onClearFilters}>
          清除列筛选
        </button>
      ) : null}
      {refused === 0 ? null : (
        <span data-refused>
          <Status quiet tone="bad" word={`${refused} 处没有保存，点开单元格看原因`} />
        </span>
      )}
    </div>
  )
}
