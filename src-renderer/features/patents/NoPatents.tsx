import { Button } from '@mantine/core'
import { IconCertificate } from '@tabler/icons-react'
import { useScreenState } from '../../state/screen-state.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { PatentView } from './patent-rows.ts'

export interface NoPatentsProps {
  readonly hasSome: boolean
  readonly view: PatentView
  readonly year: number
  readonly onAll: () => void
  readonly onNew: () => void
}

/** An empty register, or an empty view of one. */
export function NoPatents({ hasSome, view, year, onAll, onNew }: NoPatentsProps) {
  const goTo = useScreenState((state) => state.goTo)
  if (hasSome) {
    const title = view === 'granted' ? `${year}年没有登记授权公告的专利` : '没有这样的专利'
    return (
      <EmptyState
        icon={IconCertificate}
        title={title}
        next="可以看全部专利；授权公告后在专利中点“登记授权”。"
      >
        <Button onClick={onAll}>看全部专利</Button>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={IconCertificate}
      title="还没有专利"
      next="导入现有的发明专利台账，或逐件新增。授权量和破零都从这里统计。"
    >
      <Button onClick={() => goTo('import', { tab: 'patents' })}>导入发明专利台账</Button>
      <Button variant="default" onClick={onNew}>
        新增专利
      </Button>
    </EmptyState>
  )
}
