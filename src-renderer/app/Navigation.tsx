import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { useScreenState } from '../state/screen-state.ts'
import styles from './Navigation.module.css'
import type { ScreenEntry } from './screens.tsx'

const isInNavigation = (screen: ScreenEntry) => screen.inNavigation !== false

/** The screens by icon and word; collapsed to icons by hand, or while a side panel is open in a narrow window. */
export function Navigation({ screens }: { screens: readonly ScreenEntry[] }) {
  const screen = useScreenState((state) => state.screen)
  const goTo = useScreenState((state) => state.goTo)
  const collapsed = useScreenState((state) => state.navigationCollapsed)
  const toggle = useScreenState((state) => state.toggleNavigation)
  const Toggle = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  return (
    <nav className={styles.navigation} data-collapsed={collapsed} aria-label="功能">
      {screens.filter(isInNavigation).map(({ id, title, icon: Icon, Count }) => (
        <button
          key={id}
          type="button"
          title={title}
          className={styles.item}
          aria-label={title}
          aria-current={id === screen ? 'page' : undefined}
          onClick={() => goTo(id)}
        >
          <Icon size={20} stroke={1.6} aria-hidden />
          <span className={styles.word}>{title}</span>
          {Count === undefined ? null : (
            <span className={styles.amount}>
              <Count />
            </span>
          )}
        </button>
      ))}
      <button
        type="button"
        className={styles.toggle}
        aria-label={collapsed ? '展开导航' : '收起导航'}
        aria-expanded={!collapsed}
        onClick={toggle}
      >
        <Toggle size={20} stroke={1.6} aria-hidden />
        <span className={styles.word}>收起</span>
      </button>
    </nav>
  )
}
