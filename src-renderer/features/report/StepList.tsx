import { IconHistory } from '@tabler/icons-react'
import { Status } from '../../ui/Status.tsx'
import styles from './Report.module.css'
import { STEP_TITLES, STEPS, type StepId, type StepState } from './report-steps.ts'

export interface StepListProps {
  readonly states: { readonly [S in StepId]: StepState }
  readonly current: StepId | 'earlier'
  readonly onShow: (step: StepId | 'earlier') => void
}

/** The five steps from top to bottom, each with where it stands, and the reports made before. */
export function StepList({ states, current, onShow }: StepListProps) {
  return (
    <nav className={styles.steps} aria-label="报送步骤">
      <ol className={styles.stepItems}>
        {STEPS.map((step, at) => (
          <li key={step}>
            <button
              type="button"
              className={styles.step}
              aria-current={step === current ? 'step' : undefined}
              onClick={() => onShow(step)}
            >
              <span className={styles.stepNumber}>{at + 1}</span>
              <span className={styles.stepWords}>
                {STEP_TITLES[step]}
                <Status tone={states[step].tone} word={states[step].word} quiet />
              </span>
            </button>
          </li>
        ))}
      </ol>
      <button
        type="button"
        className={styles.step}
        aria-current={current === 'earlier' ? 'step' : undefined}
        onClick={() => onShow('earlier')}
      >
        <IconHistory size={20} stroke={1.6} aria-hidden />
        <span className={styles.stepWords}>以往报送</span>
      </button>
    </nav>
  )
}
