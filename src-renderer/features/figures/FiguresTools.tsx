import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import type { Row } from '#shared/records/dictionary.ts'
import { FIGURE_STATES } from '#shared/records/figures.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { SearchBox, Toolbar } from '../../ui/Toolbar.tsx'
import { tellFailure } from '../../ui/tell-failure.ts'
import { setFiguresState } from '../../use-cases/figures-set.ts'
import { useWorkspace } from '../../workspace/use-workspace.ts'

export interface FiguresToolsProps {
  /** Records of the selected firms in this period. */
  readonly chosen: readonly Row<'figures'>[]
  readonly quarters: boolean
  readonly onSearch: (query: string) => void
  readonly onQuarters: (quarters: boolean) => void
  readonly onVoid: () => void
}

/** What can be done with the selected firms' figures; search, 本季 and 导入. */
export function FiguresTools({ chosen, quarters, onSearch, onQuarters, onVoid }: FiguresToolsProps) {
  const workspace = useWorkspace()
  const goTo = useScreenState((state) => state.goTo)
  return (
    <Toolbar>
      {chosen.length === 0 ? null : (
        <>
          <NativeSelect
            size="xs"
            aria-label="所选企业的数据状态"
            value=""
            data={[
              { value: '', label: `${chosen.length} 家的数据状态设为…` },
              ...FIGURE_STATES.map((each) => ({ value: each, label: each })),
            ]}
            onChange={(event) => {
              const state = FIGURE_STATES.find((each) => each === event.currentTarget.value)
              if (state !== undefined) tellFailure(setFiguresState(workspace, chosen, state))
            }}
          />
          <Button variant="default" onClick={onVoid}>
            作废 {chosen.length} 条
          </Button>
        </>
      )}
      <SearchBox label="企业名称、代码、拼音" onSearch={onSearch} />
      <Checkbox
        size="sm"
        label="显示本季"
        checked={quarters}
        onChange={(event) => onQuarters(event.currentTarget.checked)}
      />
      <Button
        leftSection={<IconFileImport size={16} aria-hidden />}
        onClick={() => goTo('import', { tab: 'figures' })}
      >
        导入
      </Button>
    </Toolbar>
  )
}
