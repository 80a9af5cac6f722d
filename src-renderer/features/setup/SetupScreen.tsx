import { unitByCode } from '#shared/codes/reporting-units.ts'
import { CONFIDENTIALITY } from '../../state/permanent-words.ts'
import { ProfileStep } from './ProfileStep.tsx'
import styles from './setup.module.css'
import { useSetupDraft } from './setup-store.ts'
import { UnitStep } from './UnitStep.tsx'

const STEPS = [
  { id: 'unit', title: '1 选择填报单位' },
  { id: 'profile', title: '2 本单位档案和数据文件夹' },
] as const

/** 首次设置: unit, 本单位档案, data folder; or 试用 with the sample county. */
export function SetupScreen() {
  const step = useSetupDraft((draft) => draft.step)
  const unitCode = useSetupDraft((draft) => draft.unitCode)
  const unit = unitCode === null ? null : unitByCode(unitCode)
  const shown = unit === null ? 'unit' : step
  return (
    <main className={styles.screen}>
      <div className={styles.sheet}>
        <header className={styles.head}>
          <h1 className={styles.title}>首次设置</h1>
          <ol className={styles.steps}>
            {STEPS.map(({ id, title }) => (
              <li key={id} className={styles.step} aria-current={id === shown ? 'step' : undefined}>
                {title}
              </li>
            ))}
          </ol>
        </header>
        {unit === null || shown === 'unit' ? <UnitStep /> : <ProfileStep unit={unit} />}
      </div>
      <p className={styles.line}>{CONFIDENTIALITY}</p>
    </main>
  )
}
