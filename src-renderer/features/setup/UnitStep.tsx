import { Button } from '@mantine/core'
import { REPORTING_UNITS, type ReportingUnit } from '#shared/codes/reporting-units.ts'
import { useBackupState } from '../../state/backup-state.ts'
import styles from './setup.module.css'
import { useSetupDraft } from './setup-store.ts'
import { TrialBox } from './TrialBox.tsx'

const GROUPS = [
  { title: '县（市、区）', kind: 'county' },
  { title: '功能区', kind: 'zone' },
] as const

/** One of the 13 填报单位, or 试用. */
export function UnitStep() {
  const { unitCode, chooseUnit, goTo } = useSetupDraft()
  return (
    <>
      <form
        className={styles.body}
        aria-label="选择填报单位"
        onSubmit={(event) => {
          event.preventDefault()
          if (unitCode !== null) goTo('profile')
        }}
      >
        {GROUPS.map(({ title, kind }) => (
          <fieldset key={kind} className={styles.group}>
            <legend className={styles.legend}>{title}</legend>
            <div className={styles.units}>
              {REPORTING_UNITS.filter((unit) => unit.kind === kind).map((unit) => (
                <UnitChoice
                  key={unit.code}
                  unit={unit}
                  chosen={unit.code === unitCode}
                  onChoose={chooseUnit}
                />
              ))}
            </div>
          </fieldset>
        ))}
        <div className={styles.next}>
          <span className={styles.quiet}>
            {unitCode === null ? '请选择本单位所在的县（市、区）或功能区' : null}
          </span>
          <Button variant="default" size="sm" onClick={() => useBackupState.getState().setRestoring(true)}>
            从备份恢复
          </Button>
          <Button type="submit" size="sm" disabled={unitCode === null}>
            下一步
          </Button>
        </div>
      </form>
      <TrialBox />
    </>
  )
}

interface UnitChoiceProps {
  readonly unit: ReportingUnit
  readonly chosen: boolean
  readonly onChoose: (code: string) => void
}

function UnitChoice({ unit, chosen, onChoose }: UnitChoiceProps) {
  return (
    <label className={styles.unit} data-chosen={chosen}>
      <input
        type="radio"
        name="unit"
        value={unit.code}
        checked={chosen}
        onChange={() => onChoose(unit.code)}
      />
      {unit.name}
    </label>
  )
}
