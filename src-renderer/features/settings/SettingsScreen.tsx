import { DEMO_UNIT } from '#shared/codes/reporting-units.ts'
import { fieldsOf } from '#shared/records/dictionary.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { Page } from '../../ui/Page.tsx'
import { RecordForm } from '../../ui/record-form/RecordForm.tsx'
import { told } from '../../ui/told.ts'
import { changeProfile } from '../../use-cases/change-profile.ts'
import { useRecords, useWorkspace } from '../../workspace/use-workspace.ts'
import { AboutSection } from './AboutSection.tsx'
import { DataFolderSection } from './DataFolderSection.tsx'
import { JournalSection } from './JournalSection.tsx'
import { KeysSection } from './KeysSection.tsx'
import { LockSection } from './LockSection.tsx'
import { LookSection } from './LookSection.tsx'
import { SuccessionSection } from './SuccessionSection.tsx'
import styles from './settings.module.css'
import { UnitLine } from './UnitLine.tsx'

const FIELDS = [...fieldsOf('profile').values()].filter((field) => field.name !== 'unit')

/** 设置: 本单位档案, keys, data folder, look, and what this program is. */
export function SettingsScreen() {
  const workspace = useWorkspace()
  const profile = useRecords().get('profile', PROFILE_ID)
  return (
    <Page title="设置">
      <div className={styles.columns}>
        <div className={styles.column}>
          <section className={styles.section} aria-label="本单位档案">
            <h2 className={styles.heading}>本单位档案</h2>
            <UnitLine unit={profile?.unit ?? null} />
            <RecordForm
              label="本单位档案"
              fields={FIELDS}
              values={profile ?? {}}
              onSave={(field, value) => told(changeProfile(workspace, field.name, value))}
            />
          </section>
        </div>
        <div className={styles.column}>
          <KeysSection
            unit={profile?.unit ?? null}
            person={profile?.preparer ?? ''}
            reviewer={profile?.reviewer ?? ''}
          />
          <DataFolderSection trial={profile?.unit === DEMO_UNIT.code} />
          <JournalSection />
          <LookSection />
          <LockSection />
          <SuccessionSection />
          <AboutSection />
        </div>
      </div>
    </Page>
  )
}
