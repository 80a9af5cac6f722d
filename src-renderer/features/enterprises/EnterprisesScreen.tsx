import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useScreenState } from '../../state/screen-state.ts'
import { useWorkbookDrop } from '../../state/use-workbook-drop.ts'
import { FileDropArea } from '../../ui/FileDropArea.tsx'
import { tellFailure } from '../../ui/tell-failure.ts'
import { RegisterTab } from './RegisterTab.tsx'
import { YearListTab } from './YearListTab.tsx'

/** 企业: the register of firms, and the list of the year chosen in the title bar. */
export function EnterprisesScreen() {
  const target = useScreenState((state) => state.target)
  const goTo = useScreenState((state) => state.goTo)
  const year = useScreenState((state) => state.year)
  const [tab, setTab] = useState(target?.tab === 'list' ? 'list' : 'register')
  // what another screen asked to show holds until the tab or the year is changed
  const [arrival, setArrival] = useState({ target, year })
  const asked = arrival.year === year ? arrival.target : null

  const drop = useWorkbookDrop('enterprises')
  const tabs = (
    <SegmentedControl
      size="xs"
      aria-label="企业名录或年度名单"
      value={tab}
      data={[
        { value: 'register', label: '企业名录' },
        { value: 'list', label: '年度名单' },
      ]}
      onChange={(chosen) => {
        setTab(chosen)
        setArrival({ target: null, year })
      }}
    />
  )
  const openImport = () => goTo('import', { tab: 'enterprises' })
  return (
    <FileDropArea invitation="松开鼠标，导入企业名单" onFile={(file) => tellFailure(drop(file), '没有读成')}>
      {tab === 'list' ? (
        <YearListTab key={year} year={year} tabs={tabs} target={asked} onImport={openImport} />
      ) : (
        <RegisterTab tabs={tabs} target={asked} onImport={openImport} />
      )}
    </FileDropArea>
  )
}
