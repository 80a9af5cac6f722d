import { Button } from '@mantine/core'
import { useState } from 'react'
import { desktop } from '../../platform/desktop.ts'
import { newId } from '../../platform/new-id.ts'
import { today } from '../../platform/today.ts'
import { useOpeningState } from '../../state/opening-state.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { Failure } from '../../ui/Failure.tsx'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { loadSampleCounty, type SampleProgress } from '../../use-cases/load-sample-county.ts'
import { SAMPLE_YEAR } from '../../use-cases/sample-plan.ts'
import { useWorkspace } from '../../workspace/use-workspace.ts'
import styles from './setup.module.css'

interface Loading {
  readonly progress: SampleProgress
  readonly controller: AbortController
}

/** 试用: the sample county with one click. */
export function TrialBox() {
  const workspace = useWorkspace()
  const [loading, setLoading] = useState<Loading | null>(null)
  const [failure, setFailure] = useState<string | null>(null)

  async function begin() {
    const controller = new AbortController()
    const show = (progress: SampleProgress) => setLoading({ progress, controller })
    const { setSettingUp } = useOpeningState.getState()
    setFailure(null)
    show({ label: '正在准备样例数据', done: 0, total: 8, cancellable: true })
    setSettingUp(true)
    const loaded = await loadSampleCounty({
      desktop,
      workspace,
      newId,
      today: today(),
      signal: controller.signal,
      onProgress: show,
    })
    setLoading(null)
    if (!loaded.ok) setFailure(sentenceOf(loaded.error))
    if (loaded.ok && loaded.value === 'loaded') {
      useScreenState.getState().setYear(SAMPLE_YEAR)
      useScreenState.getState().goTo('enterprises')
    }
    setSettingUp(false)
  }

  return (
    <section className={styles.trial} aria-label="试用">
      <div>
        <h2 className={styles.legend}>先看看怎么用？</h2>
        <p className={styles.quiet}>
          用样例县的 120 家企业、117 件专利、300
          场服务活动试用全部功能。每个页面、表格和文件都带“试用”标记，不会与正式数据混淆。
        </p>
        <Failure sentence={failure} />
      </div>
      <Button variant="default" size="sm" onClick={() => void begin()}>
        用样例县试用
      </Button>
      {loading === null ? null : (
        <ProgressDialog
          title="准备样例县"
          label={loading.progress.label}
          done={loading.progress.done}
          total={loading.progress.total}
          onCancel={loading.progress.cancellable ? () => loading.controller.abort() : null}
        />
      )}
    </section>
  )
}
