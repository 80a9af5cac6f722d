import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ReportingUnit } from '#shared/codes/reporting-units.ts'
import { useBackupState } from '../../state/backup-state.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { sentenceOf } from '../../ui/sentence.ts'
import { setUpUnit } from '../../use-cases/set-up-unit.ts'
import { useWorkspace } from '../../workspace/use-workspace.ts'
import { FolderBox } from './FolderBox.tsx'
import styles from './setup.module.css'
import { checkedProfile, PROFILE_FIELDS, type ProfileField, shownText } from './setup-draft.ts'
import { useSetupDraft } from './setup-store.ts'

/** 本单位档案 with proposals to correct, and where the data is kept. */
export function ProfileStep({ unit }: { unit: ReportingUnit }) {
  const workspace = useWorkspace()
  const { typed, type, goTo } = useSetupDraft()
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [failure, setFailure] = useState<string | null>(null)

  async function finish() {
    const checked = checkedProfile(typed, unit)
    setProblems(checked.ok ? {} : checked.problems)
    if (!checked.ok) return
    const done = await setUpUnit(workspace, checked.profile)
    if (done.ok) {
      useScreenState.getState().goTo('enterprises')
      useBackupState.getState().setProposing(true)
    } else setFailure(sentenceOf(done.error))
  }

  return (
    <form
      className={styles.body}
      aria-label="本单位档案"
      onSubmit={(event) => {
        event.preventDefault()
        void finish()
      }}
    >
      <div className={styles.columns}>
        <fieldset className={styles.group}>
          <legend className={styles.legend}>
            本单位档案 <span className={styles.quiet}>{unit.name}；以后可在“设置”中修改</span>
          </legend>
          <div className={styles.fields}>
            {PROFILE_FIELDS.map((field) => (
              <TextInput
                key={field.name}
                size="sm"
                label={field.title}
                {...(field.help === undefined ? {} : { description: field.help })}
                inputWrapperOrder={['label', 'input', 'error', 'description']}
                withAsterisk={field.required === true}
                autoComplete="off"
                spellCheck={false}
                value={shownText(typed, unit, field.name)}
                error={problems[field.name] ?? null}
                onChange={(event) => {
                  type(field.name as ProfileField, event.currentTarget.value)
                  setProblems(({ [field.name]: _settled, ...others }) => others)
                }}
              />
            ))}
          </div>
        </fieldset>
        <FolderBox />
      </div>
      <div className={styles.next}>
        {failure === null ? null : (
          <span role="alert" className={styles.problem}>
            {failure}
          </span>
        )}
        <Button variant="default" size="sm" onClick={() => goTo('unit')}>
          上一步
        </Button>
        <Button type="submit" size="sm">
          完成，开始使用
        </Button>
      </div>
    </form>
  )
}
