import { SegmentedControl } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { desktop } from '../../platform/desktop.ts'
import { useImportFile } from '../../state/import-file.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { FileDropArea } from '../../ui/FileDropArea.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { receiveWorkbook } from '../../use-cases/import-receive-file.ts'
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

  async function importFile(file: File) {
    const received = await receiveWorkbook(desktop, file)
    if (!received.ok) {
      notifications.show({ color: 'red', title: '没有读成', message: sentenceOf(received.error) })
      return
    }
    useImportFile.getState().offer('enterprises', received.value)
    goTo('import', { tab: 'enterprises' })
  }

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
    <FileDropArea invitation="松开鼠标，导入企业名单" onFile={(file) => void importFile(file)}>
      {tab === 'list' ? (
        <YearListTab key={year} year={year} tabs={tabs} target={asked} onImport={openImport} />
      ) : (
        <RegisterTab tabs={tabs} target={asked} onImport={openImport} />
      )}
    </FileDropArea>
  )
}
