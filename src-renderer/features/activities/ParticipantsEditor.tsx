import { Button, Textarea } from '@mantine/core'
import { IconClipboardText } from '@tabler/icons-react'
import { useState } from 'react'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Row } from '#shared/records/dictionary.ts'
import type { Result } from '#shared/result.ts'
import { useFirmSuggestions } from '../../state/use-firm-suggestions.ts'
import { Failure } from '../../ui/Failure.tsx'
import { SuggestBox } from '../../ui/SuggestBox.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { addParticipants, changeParticipant } from '../../use-cases/activity-edits.ts'
import { pastedFirms } from '../../use-cases/activity-participants.ts'
import { useRecords, useWorkspace } from '../../workspace/use-workspace.ts'
import styles from './activities.module.css'
import { ParticipantLine } from './ParticipantLine.tsx'
import { participantLines } from './participant-lines.ts'

/** 服务对象: pick one by one, or paste a sign-in sheet; 人数 per firm. */
export function ParticipantsEditor({ activity }: { activity: Row<'activity'> }) {
  const workspace = useWorkspace()
  const records = useRecords()
  const [typed, setTyped] = useState('')
  const [pasted, setPasted] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const suggestions = useFirmSuggestions(typed)
  const lines = participantLines(activity, records)
  const outside = lines.filter((line) => line.outside).length
  const recognised = pasted === null ? [] : pastedFirms(records, pasted)

  async function saved(writing: Promise<Result<unknown, AppError>>): Promise<boolean> {
    const done = await writing
    setFailure(done.ok ? null : sentenceOf(done.error))
    return done.ok
  }

  async function takePasted() {
    if (await saved(addParticipants(workspace, activity, recognised, 'pasted'))) setPasted(null)
  }

  return (
    <section className={styles.participants} aria-label="服务对象">
      <header className={styles.participantsHead}>
        <h3 className={styles.legend}>
          服务对象 {lines.length} 家{outside === 0 ? '' : `，其中名录外企业 ${outside} 家`}
        </h3>
        <Button
          variant="subtle"
          leftSection={<IconClipboardText size={16} stroke={1.6} aria-hidden />}
          aria-expanded={pasted !== null}
          onClick={() => setPasted(pasted === null ? '' : null)}
        >
          粘贴签到表
        </Button>
      </header>
      {pasted === null ? (
        <SuggestBox
          label="增加服务对象"
          placeholder="企业名称、代码或拼音首字母，回车加入"
          text={typed}
          onType={setTyped}
          suggestions={suggestions}
          onPick={({ firm }) => {
            const before = typed
            setTyped('')
            void saved(addParticipants(workspace, activity, [firm], 'typed')).then((done) => {
              if (!done) setTyped((now) => (now === '' ? before : now))
            })
          }}
        />
      ) : (
        <div className={styles.paste}>
          <Textarea
            aria-label="签到表"
            data-refused={pasted === '' ? undefined : true}
            placeholder={'一行一家企业名称或代码，如\n平江县样例科技有限公司'}
            rows={5}
            autoFocus
            value={pasted}
            onChange={(event) => setPasted(event.currentTarget.value)}
          />
          <div className={styles.pasteFoot}>
            <span className={styles.quiet} role="status">
              {recognised.length === 0
                ? '未在名录中的企业按名录外企业记'
                : `认出 ${recognised.filter((firm) => firm.enterprise !== null).length} 家，名录外 ${
                    recognised.filter((firm) => firm.enterprise === null).length
                  } 家`}
            </span>
            <Button disabled={recognised.length === 0} onClick={() => void takePasted()}>
              加入
            </Button>
          </div>
        </div>
      )}
      <Failure sentence={failure} />
      <ul className={styles.lines}>
        {lines.map((line) => (
          <ParticipantLine
            key={line.key}
            line={line}
            onChange={(participant) => saved(changeParticipant(workspace, activity, line.key, participant))}
          />
        ))}
      </ul>
    </section>
  )
}
