import { IconHourglass } from '@tabler/icons-react'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'

/** Stands for a screen of SCREENS whose feature is not registered yet. */
export function PendingScreen({ title }: { title: string }) {
  return (
    <Page title={title}>
      <EmptyState icon={IconHourglass} title="本页尚未启用" next="请先使用左侧的其他功能。" />
    </Page>
  )
}
