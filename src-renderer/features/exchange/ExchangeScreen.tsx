import { Button } from '@mantine/core'
import { IconFileExport, IconFileImport, IconRefresh } from '@tabler/icons-react'
import { useCallback, useEffect, useState } from 'react'
import type { ExchangeStatus } from '#shared/ipc/exchange-channels.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { desktop } from '../../platform/desktop.ts'
import { useExchangeState } from '../../state/exchange-state.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FileDropArea } from '../../ui/FileDropArea.tsx'
import { Page } from '../../ui/Page.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { useRecords } from '../../workspace/use-workspace.ts'
import { BatchesSection } from './BatchesSection.tsx'
import styles from './Exchange.module.css'
import { ExportDialog } from './ExportDialog.tsx'
import { OtherPcsSection } from './OtherPcsSection.tsx'
import { OwnPcSection } from './OwnPcSection.tsx'
import { SharedFolderSection } from './SharedFolderSection.tsx'
import { useImport } from './use-import.ts'

/** 同步: the PCs of the unit that work on one 台账, through a shared folder or by files on a stick. */
export function ExchangeScreen() {
  const unit = useRecords().get('profile', PROFILE_ID)?.unit ?? null
  const { status, failure, syncNow, told } = useExchangeState()
  const [syncing, setSyncing] = useState(false)
  const [exporting, setExporting] = useState(false)

  const refresh = useCallback(async () => {
    if (unit === null) return
    const now = await desktop.call('exchange:status', { unit })
    told(now.ok ? { status: now.value } : { failure: now.error })
  }, [unit, told])
  useEffect(() => {
    void refresh()
  }, [refresh])
  const sync = async () => {
    setSyncing(true)
    await syncNow()
    setSyncing(false)
  }
  const { pick, receive } = useImport(unit, sync)

  if (unit === null) return null
  return (
    <Page
      title="同步"
      toolbar={
        <Toolbar>
          <Button
            variant="default"
            loading={syncing}
            leftSection={<IconRefresh size={18} stroke={1.6} aria-hidden />}
            onClick={() => void sync()}
          >
            立即同步
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileExport size={18} stroke={1.6} aria-hidden />}
            onClick={() => setExporting(true)}
          >
            导出同步文件…
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileImport size={18} stroke={1.6} aria-hidden />}
            onClick={() => void pick()}
          >
            导入同步文件…
          </Button>
        </Toolbar>
      }
    >
      <FileDropArea invitation="放开即导入这些同步文件" onFiles={(files) => void receive(files)}>
        {failure === null ? null : (
          <p role="alert" className={styles.problem}>
            {sentenceOf(failure)}
          </p>
        )}
        {status === null ? null : (
          <div className={styles.columns}>
            <div className={styles.column}>
              {status.pcs.length === 0 ? <Alone status={status} /> : null}
              <OtherPcsSection unit={unit} status={status} onChanged={sync} />
              <BatchesSection status={status} />
            </div>
            <div className={styles.column}>
              <OwnPcSection unit={unit} status={status} onChanged={refresh} />
              <SharedFolderSection unit={unit} status={status} onChanged={sync} onSet={refresh} />
            </div>
          </div>
        )}
      </FileDropArea>
      {exporting ? <ExportDialog unit={unit} onClose={() => setExporting(false)} /> : null}
    </Page>
  )
}

/** When one needs this at all. */
function Alone({ status }: { status: ExchangeStatus }) {
  return (
    <EmptyState
      icon={IconRefresh}
      title={status.folder === null ? '只有这台电脑在用' : '还没有收到其他电脑的修改'}
      next={
        status.folder === null
          ? '只有一台电脑时不用管这里。两台以上电脑各填各的、要合成一本台账时，在每台电脑上选同一个共享文件夹，或者用U盘互相导出、导入同步文件。'
          : '请在另一台电脑上也打开本程序，选同一个文件夹；对方的修改到了，这里会列出那台电脑，核对一次以后自动合并。'
      }
    />
  )
}
