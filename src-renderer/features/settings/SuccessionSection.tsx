import { Button } from '@mantine/core'
import { useScreenState } from '../../state/screen-state.ts'
import styles from './settings.module.css'

/** The way to 移交与接任, which an office needs once in years. */
export function SuccessionSection() {
  const goTo = useScreenState((state) => state.goTo)
  return (
    <section className={styles.section} aria-label="移交与接任">
      <h2 className={styles.heading}>移交与接任</h2>
      <p className={styles.quiet}>
        经办人调整时使用：生成移交包、打印移交清单；接任者凭审核人口令或恢复单接手。
      </p>
      <div className={styles.actions}>
        <Button variant="default" onClick={() => goTo('succession')}>
          办理移交或接任
        </Button>
      </div>
    </section>
  )
}
