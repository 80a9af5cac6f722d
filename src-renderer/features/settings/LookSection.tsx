import { SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { useScreenState } from '../../state/screen-state.ts'
import styles from './settings.module.css'

const DENSITIES = [
  { value: 'normal', label: '标准' },
  { value: 'compact', label: '紧凑' },
] as const

const SCHEMES = [
  { value: 'light', label: '浅色' },
  { value: 'dark', label: '深色' },
  { value: 'auto', label: '跟随系统' },
] as const

/** 显示: row density and colours, kept on this PC. */
export function LookSection() {
  const { rowDensity, setRowDensity } = useScreenState()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <section className={styles.section} aria-label="显示">
      <h2 className={styles.heading}>显示</h2>
      <div className={styles.line}>
        <span className={styles.term}>表格行高</span>
        <SegmentedControl
          size="xs"
          aria-label="表格行高"
          value={rowDensity}
          data={[...DENSITIES]}
          onChange={(value) => setRowDensity(value === 'compact' ? 'compact' : 'normal')}
        />
      </div>
      <div className={styles.line}>
        <span className={styles.term}>颜色</span>
        <SegmentedControl
          size="xs"
          aria-label="颜色"
          value={colorScheme}
          data={[...SCHEMES]}
          onChange={(value) => setColorScheme(SCHEMES.find((each) => each.value === value)?.value ?? 'auto')}
        />
      </div>
      <p className={styles.quiet}>系统打开高对比度时，程序随之使用高对比颜色。</p>
    </section>
  )
}
