import { Button, Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Desktop } from '#shared/ipc/contract.ts'
import { useSaveState } from '../state/save-state.ts'
import styles from '../ui/dialog.module.css'
import { useKeptTexts } from '../ui/kept-texts.ts'

/** Before the window closes: what is being typed is stored, running saves end; text that was refused is asked about. */
export function CloseGuard({ desktop }: { desktop: Desktop }) {
  const [asking, setAsking] = useState(false)

  useEffect(
    () =>
      desktop.on('window:close-requested', () => {
        void typedTextIsSafe().then((safe) => {
          setAsking(!safe)
          void desktop.call(safe ? 'window:close-ready' : 'window:close-held', null)
        })
      }),
    [desktop],
  )

  return (
    <Modal opened={asking} onClose={() => setAsking(false)} title="还有内容没有保存">
      <p>有填写有误或保存失败的内容，退出后这些内容会丢失；已保存的内容不受影响。</p>
      <KeptList />
      <div className={styles.actions}>
        <Button variant="default" onClick={() => void desktop.call('window:close-ready', null)}>
          仍然退出
        </Button>
        <Button data-autofocus onClick={() => setAsking(false)}>
          返回修改
        </Button>
      </div>
    </Modal>
  )
}

/** As many as are read before they are skipped. */
const SHOWN = 6

/** What was typed and is not saved, also on screens that are not shown. */
function KeptList() {
  const kept = [...useKeptTexts((state) => state.texts).values()]
  return (
    <ul>
      {kept.slice(0, SHOWN).map(({ where, typed }) => (
        <li key={`${where} ${typed}`}>
          {where}：{typed}
        </li>
      ))}
      {kept.length > SHOWN ? <li>另有 {kept.length - SHOWN} 处</li> : null}
    </ul>
  )
}

async function typedTextIsSafe(): Promise<boolean> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  await nextFrame()
  await savesEnded()
  await nextFrame()
  const keepsNothing = useKeptTexts.getState().texts.size === 0
  return (
    keepsNothing &&
    useSaveState.getState().failure === null &&
    document.querySelector('[data-refused]') === null
  )
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}

function savesEnded(): Promise<void> {
  if (useSaveState.getState().running === 0) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = useSaveState.subscribe((state) => {
      if (state.running > 0) return
      stop()
      resolve()
    })
  })
}
