import {
  IconBuildingFactory2,
  IconCertificate,
  IconChartBar,
  IconChecklist,
  IconClipboardList,
  IconDatabaseExport,
  IconFileImport,
  IconHistory,
  IconPrinter,
  IconRefresh,
  IconSend,
  IconSettings,
  IconShieldCheck,
  IconTable,
  IconTransfer,
  IconUsersGroup,
  type TablerIcon,
} from '@tabler/icons-react'
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { ExchangeCount } from '../features/exchange/ExchangeCount.tsx'
import { ReviewCount } from '../features/review/ReviewCount.tsx'
import type { ScreenId } from '../state/screen-id.ts'

export interface ScreenEntry {
  readonly id: ScreenId
  readonly title: string
  readonly icon: TablerIcon
  /** false: reached from other screens only. */
  readonly inNavigation?: boolean
  /** How much there is to do, beside the word; nothing when it is none. */
  readonly Count?: ComponentType
  readonly Component: LazyExoticComponent<ComponentType>
}

/** Every screen once: navigation, palette and routing read this table. */
export const SCREENS: readonly ScreenEntry[] = [
  {
    id: 'enterprises',
    title: '企业',
    icon: IconBuildingFactory2,
    Component: lazy(() =>
      import('../features/enterprises/EnterprisesScreen.tsx').then((m) => ({ default: m.EnterprisesScreen })),
    ),
  },
  {
    id: 'patents',
    title: '专利',
    icon: IconCertificate,
    Component: lazy(() =>
      import('../features/patents/PatentsScreen.tsx').then((m) => ({ default: m.PatentsScreen })),
    ),
  },
  {
    id: 'figures',
    title: '企业数据',
    icon: IconTable,
    Component: lazy(() =>
      import('../features/figures/FiguresScreen.tsx').then((m) => ({ default: m.FiguresScreen })),
    ),
  },
  {
    id: 'activities',
    title: '服务活动',
    icon: IconUsersGroup,
    Component: lazy(() =>
      import('../features/activities/ActivitiesScreen.tsx').then((m) => ({ default: m.ActivitiesScreen })),
    ),
  },
  {
    id: 'plan',
    title: '实施方案',
    icon: IconClipboardList,
    Component: lazy(() => import('../features/plan/PlanScreen.tsx').then((m) => ({ default: m.PlanScreen }))),
  },
  {
    id: 'review',
    title: '待核对',
    icon: IconChecklist,
    Count: ReviewCount,
    Component: lazy(() =>
      import('../features/review/ReviewScreen.tsx').then((m) => ({ default: m.ReviewScreen })),
    ),
  },
  {
    id: 'progress',
    title: '进度',
    icon: IconChartBar,
    Component: lazy(() =>
      import('../features/progress/ProgressScreen.tsx').then((m) => ({ default: m.ProgressScreen })),
    ),
  },
  {
    id: 'print',
    title: '打印',
    icon: IconPrinter,
    Component: lazy(() =>
      import('../features/print/PrintScreen.tsx').then((m) => ({ default: m.PrintScreen })),
    ),
  },
  {
    id: 'report',
    title: '报送',
    icon: IconSend,
    Component: lazy(() =>
      import('../features/report/ReportScreen.tsx').then((m) => ({ default: m.ReportScreen })),
    ),
  },
  {
    id: 'verify',
    title: '验证',
    icon: IconShieldCheck,
    Component: lazy(() =>
      import('../features/verify/VerifyScreen.tsx').then((m) => ({ default: m.VerifyScreen })),
    ),
  },
  {
    id: 'exchange',
    title: '同步',
    icon: IconRefresh,
    Count: ExchangeCount,
    Component: lazy(() =>
      import('../features/exchange/ExchangeScreen.tsx').then((m) => ({ default: m.ExchangeScreen })),
    ),
  },
  {
    id: 'log',
    title: '操作记录',
    icon: IconHistory,
    Component: lazy(() =>
      import('../features/history/EditLogScreen.tsx').then((m) => ({ default: m.EditLogScreen })),
    ),
  },
  {
    id: 'backup',
    title: '备份',
    icon: IconDatabaseExport,
    Component: lazy(() =>
      import('../features/backup/BackupScreen.tsx').then((m) => ({ default: m.BackupScreen })),
    ),
  },
  {
    id: 'settings',
    title: '设置',
    icon: IconSettings,
    Component: lazy(() =>
      import('../features/settings/SettingsScreen.tsx').then((m) => ({ default: m.SettingsScreen })),
    ),
  },
  {
    id: 'succession',
    title: '移交与接任',
    icon: IconTransfer,
    inNavigation: false,
    Component: lazy(() =>
      import('../features/succession/SuccessionScreen.tsx').then((m) => ({ default: m.SuccessionScreen })),
    ),
  },
  {
    id: 'import',
    title: '导入',
    icon: IconFileImport,
    inNavigation: false,
    Component: lazy(() =>
      import('../features/import/ImportScreen.tsx').then((m) => ({ default: m.ImportScreen })),
    ),
  },
]
