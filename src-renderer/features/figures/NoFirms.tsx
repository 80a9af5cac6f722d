import { Button } from '@mantine/core'
import { IconTable } from '@tabler/icons-react'
import { useScreenState } from '../../state/screen-state.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'

/** A year without a list has no firms to collect from. */
export function NoFirms({ year }: { year: number }) {
  const goTo = useScreenState((state) => state.goTo)
  return (
    <EmptyState
      icon={IconTable}
      title={`${year}年还没有企业名单`}
      next="这里按年度名单逐家收数。请先在“企业”中建立本年名单，或直接导入企业数据表。"
    >
      <Button onClick={() => goTo('enterprises', { tab: 'list' })}>去“企业”</Button>
      <Button variant="default" onClick={() => goTo('import', { tab: 'figures' })}>
        导入企业数据
      </Button>
    </EmptyState>
  )
}

export function EveryoneAnswered({ onAll }: { onAll: () => void }) {
  return (
    <EmptyState icon={IconTable} title="没有这样的企业" next="名单内企业本期都已报送，可以看全部企业。">
      <Button onClick={onAll}>看全部企业</Button>
    </EmptyState>
  )
}
