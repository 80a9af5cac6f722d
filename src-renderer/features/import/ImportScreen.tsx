import { Button } from '@mantine/core'
import { useState } from 'react'
import { SUBJECTS, type Subject } from '#shared/tabular/cleaned.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { DropZone } from '../../ui/DropZone.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { Status } from '../../ui/Status.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { ImportDone, type ImportOutcome } from './ImportDone.tsx'
import { ImportPreview } from './ImportPreview.tsx'
import styles from './ImportScreen.module.css'
import { SUBJECT_WORDS } from './subject-words.ts'
import { useWorkbookFile } from './use-workbook-file.ts'

const EXTENSIONS = ['.xlsx', '.xls', '.et', '.csv']

/** 导入: a workbook in, a preview of every row, then one edit. Reached from the screen whose records it fills. */
export function ImportScreen() {
  const tab = useScreenState((state) => state.target?.tab)
  const subject = SUBJECTS.find((each) => each === tab) ?? 'enterprises'
  return <SubjectImport key={subject} subject={subject} />
}

function SubjectImport({ subject }: { subject: Subject }) {
  const goTo = useScreenState((state) => state.goTo)
  const file = useWorkbookFile(subject)
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null)
  const words = SUBJECT_WORDS[subject]
  const back = (
    <Button variant="default" onClick={() => goTo(subject)}>
      返回{words.screen}
    </Button>
  )

  if (outcome !== null) {
    const again = () => {
      setOutcome(null)
      file.startOver()
    }
    return (
      <Page title={`导入${words.list}`} toolbar={back} padded>
        <ImportDone outcome={outcome} subject={subject} onAgain={again} />
      </Page>
    )
  }
  if (file.stage.step === 'read') {
    return (
      <ImportPreview
        subject={subject}
        workbook={file.stage.workbook}
        back={back}
        onStartOver={file.startOver}
        onImported={setOutcome}
      />
    )
  }
  return (
    <Page title={`导入${words.list}`} toolbar={back} padded>
      <DropZone
        invitation="把 Excel 或 WPS 表格拖到这里"
        button="选择文件"
        extensions={EXTENSIONS}
        onFiles={([first]) => {
          if (first !== undefined) file.drop(first)
        }}
      >
        <p className={styles.hint}>
          支持 .xlsx、.xls、.et、.csv。{words.hint}原文件不会被改动；确认之前，台账也不会变。
        </p>
      </DropZone>
      {file.stage.step === 'choosing' && file.stage.failure !== null ? (
        <p className={styles.failure} role="alert">
          <Status tone="bad" word="没有读成" /> {sentenceOf(file.stage.failure)}
        </p>
      ) : null}
      {file.stage.step === 'reading' ? (
        <ProgressDialog
          title={`读取“${file.stage.name}”`}
          {...file.stage.progress}
          onCancel={file.stage.cancel}
        />
      ) : null}
    </Page>
  )
}
