import { Button } from '@mantine/core'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { useScreenState } from '../../state/screen-state.ts'
import { SearchBox, Toolbar, ToolbarDivider } from '../../ui/Toolbar.tsx'
import { tellFailure } from '../../ui/tell-failure.ts'
import { restorePatents } from '../../use-cases/patent-void.ts'
import { useWorkspace } from '../../workspace/use-workspace.ts'
import type { PatentRow } from './patent-rows.ts'

export interface PatentToolsProps {
  /** Selected rows that are in view. */
  readonly selected: readonly PatentRow[]
  readonly onSearch: (query: string) => void
  readonly onGrant: (id: string) => void
  readonly onVoid: (ids: readonly string[]) => void
  readonly onNew: () => void
}

/** Search, what can be done with the selection, 导入 and 新增. */
export function PatentTools({ selected, onSearch, onGrant, onVoid, onNew }: PatentToolsProps) {
  const goTo = useScreenState((state) => state.goTo)
  return (
    <Toolbar>
      <SearchBox label="申请号、名称、企业、拼音" onSearch={onSearch} />
      <SelectionTools selected={selected} onGrant={onGrant} onVoid={onVoid} />
      <ToolbarDivider />
      <Button
        variant="default"
        leftSection={<IconFileImport size={16} aria-hidden />}
        onClick={() => goTo('import', { tab: 'patents' })}
      >
        导入
      </Button>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={onNew}>
        新增专利
      </Button>
    </Toolbar>
  )
}

function SelectionTools({
  selected,
  onGrant,
  onVoid,
}: Pick<PatentToolsProps, 'selected' | 'onGrant' | 'onVoid'>) {
  const workspace = useWorkspace()
  const [first] = selected
  if (first === undefined) return null
  const [waiting, ...others] = selected.filter((row) => row.grantedOn === undefined)
  const ids = selected.map((row) => row.id)
  if (first.voided !== null) {
    return (
      <Button variant="default" onClick={() => tellFailure(restorePatents(workspace, ids))}>
        恢复 {ids.length} 件
      </Button>
    )
  }
  return (
    <>
      {waiting !== undefined && others.length === 0 ? (
        <Button variant="default" onClick={() => onGrant(waiting.id)}>
          登记授权
        </Button>
      ) : null}
      <Button variant="default" onClick={() => onVoid(ids)}>
        作废 {ids.length} 件
      </Button>
    </>
  )
}
