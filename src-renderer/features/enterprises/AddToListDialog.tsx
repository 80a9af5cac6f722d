import { Button, Modal, NativeSelect } from '@mantine/core'
import { IconBuildingFactory2 } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { fieldOf, type Row } from '#shared/records/dictionary.ts'
import { PARTICIPATION_STATES, PARTICIPATION_TYPES } from '#shared/records/participation.ts'
import { newId } from '../../platform/new-id.ts'
import { useInitials } from '../../state/use-initials.ts'
import { DialogEnd } from '../../ui/DialogEnd.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import { dictionaryColumn } from '../../ui/grid/grid-column.ts'
import { sentenceOf } from '../../ui/sentence.ts'
import { SearchBox } from '../../ui/Toolbar.tsx'
import { closableWhile } from '../../ui/unsaved-guard.ts'
import { addToList } from '../../use-cases/participation-add.ts'
import { useRecords, useWorkspace } from '../../workspace/use-workspace.ts'
import styles from './Enterprises.module.css'

type Firm = Row<'enterprise'>

const COLUMNS = ['name', 'code', 'park', 'industry', 'size'].map((name) =>
  dictionaryColumn<Firm>(fieldOf('enterprise', name), { readOnly: true }),
)
const rowId = (firm: Firm) => firm.id
const rowLabel = (firm: Firm) => firm.name ?? '未填名称的企业'
const STATES = PARTICIPATION_STATES.filter((state) => state !== '年终结论')

export interface AddToListDialogProps {
  readonly year: number
  readonly onImport: () => void
  readonly onClose: () => void
}

/** 加入名单: firms of the register that are not on the year's list, as many as are ticked. */
export function AddToListDialog({ year, onImport, onClose }: AddToListDialogProps) {
  const workspace = useWorkspace()
  const records = useRecords()
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [type, setType] = useState('')
  const [state, setState] = useState<(typeof PARTICIPATION_STATES)[number]>('县级审定')
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const firms = useMemo(() => {
    const listed = new Set(
      records.of('participation').flatMap((entry) => (entry.year === year ? [entry.enterprise] : [])),
    )
    return records.of('enterprise').filter((firm) => !listed.has(firm.id))
  }, [records, year])
  const initials = useInitials(search !== '')
  const alsoSearch = useMemo(
    () => (initials === null ? undefined : (firm: Firm) => initials(firm.name ?? '')),
    [initials],
  )

  async function add() {
    setBusy(true)
    const result = await addToList(workspace, newId, {
      year,
      enterprises: chosen,
      type: PARTICIPATION_TYPES.find((each) => each === type) ?? null,
      state,
      listedOn: null,
    })
    setBusy(false)
    if (result.ok) onClose()
    else setFailure(sentenceOf(result.error))
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={`加入${year}年名单`}
      size={980}
      {...closableWhile(chosen.length === 0 && type === '')}
    >
      <div className={styles.addBar}>
        <SearchBox label="名称、代码或拼音首字母" onSearch={setSearch} />
        <span className={styles.inline}>
          参与类型
          <NativeSelect
            size="xs"
            aria-label="参与类型"
            value={type}
            onChange={(event) => setType(event.currentTarget.value)}
          >
            <option value="">以后再填</option>
            {PARTICIPATION_TYPES.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </NativeSelect>
        </span>
        <span className={styles.inline}>
          名单状态
          <NativeSelect
            size="xs"
            aria-label="名单状态"
            value={state}
            data={STATES}
            onChange={(event) => {
              const picked = STATES.find((each) => each === event.currentTarget.value)
              if (picked !== undefined) setState(picked)
            }}
          />
        </span>
      </div>
      <div className={styles.addGrid}>
        <DataGrid
          label="可加入的企业"
          rows={firms}
          rowId={rowId}
          rowLabel={rowLabel}
          columns={COLUMNS}
          search={search}
          alsoSearch={alsoSearch}
          onSelectionChange={setChosen}
          density="compact"
          empty={
            <EmptyState
              icon={IconBuildingFactory2}
              title="没有可加入的企业"
              next="名录中的企业都已在这一年的名单中，或名录还是空的。"
            >
              <Button variant="default" onClick={onImport}>
                导入企业名单
              </Button>
            </EmptyState>
          }
        />
      </div>
      <DialogEnd
        failure={failure}
        confirm={`加入 ${chosen.length} 家`}
        busy={busy}
        disabled={chosen.length === 0}
        onConfirm={() => void add()}
        onCancel={onClose}
      />
    </Modal>
  )
}
