import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './Figures.module.css'
import type { FiguresRow } from './figures-rows.ts'

export interface AnswerBarProps {
  readonly rows: readonly FiguresRow[]
  /** Listed firms without any figure. */
  readonly missing: number
  readonly missingOnly: boolean
  readonly only: { readonly ids: readonly string[]; readonly reason: string } | null
  readonly onMissingOnly: (missingOnly: boolean) => void
  readonly onReminder: () => void
  readonly onAll: () => void
  readonly children: ReactNode
}

/** 已报 and 未报 of the list, with 只看未报 and 催报文字. */
export function AnswerBar(props: AnswerBarProps) {
  const { rows, missing, missingOnly, only } = props
  const listed = rows.filter((row) => row.isListed).length
  return (
    <div className={styles.frame}>
      <div className={styles.answers}>
        <span role="status">
          名单内 {listed} 家，已报 {listed - missing} 家，<strong>未报 {missing} 家</strong>
        </span>
        {missing === 0 ? null : (
          <>
            <Button
              variant={missingOnly ? 'filled' : 'default'}
              aria-pressed={missingOnly}
              onClick={() => props.onMissingOnly(!missingOnly)}
            >
              只看未报
            </Button>
            <Button variant="default" onClick={props.onReminder}>
              催报文字
            </Button>
          </>
        )}
        {only === null ? null : (
          <span className={styles.only}>
            只显示：{only.reason}
            <button type="button" className={styles.link} onClick={props.onAll}>
              显示全部
            </button>
          </span>
        )}
        <span className={styles.unitNote}>金额单位：万元，均为年初至期末累计</span>
      </div>
      <div className={styles.grid}>{props.children}</div>
    </div>
  )
}
