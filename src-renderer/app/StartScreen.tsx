import { Button, Progress } from '@mantine/core'
import { type AppError, messageOf } from '#shared/errors/app-error.ts'
import { CONFIDENTIALITY } from '../state/permanent-words.ts'
import type { OpeningProgress } from './dependencies.ts'
import styles from './StartScreen.module.css'

export type StartScreenProps =
  | { readonly progress: OpeningProgress }
  | {
      readonly error: AppError
      readonly onRetry: () => void
      readonly onChooseFolder: () => void
      readonly onRestore: () => void
    }

/** Shown while the workspace opens, or says why it does not. */
export function StartScreen(props: StartScreenProps) {
  return (
    <main className={styles.screen}>
      <h1 className={styles.title}>破零倍增县区工作台</h1>
      {'error' in props ? <Failure {...props} /> : <Bar progress={props.progress} />}
      <p className={styles.line}>{CONFIDENTIALITY}</p>
    </main>
  )
}

function Bar({ progress }: { progress: OpeningProgress }) {
  const { label, done, total } = progress
  return (
    <div className={styles.box}>
      <Progress
        value={total === null ? 100 : (done / Math.max(1, total)) * 100}
        animated
        aria-label={label}
      />
      <p className={styles.label} role="status">
        {label}
        {total === null ? '…' : ` ${done} / ${total}`}
      </p>
    </div>
  )
}

type FailureProps = Extract<StartScreenProps, { readonly error: AppError }>

function Failure({ error, onRetry, onChooseFolder, onRestore }: FailureProps) {
  const { title, advice } = messageOf(error)
  return (
    <div className={styles.box} role="alert">
      <p className={styles.what}>{title}</p>
      <p className={styles.label}>{advice}</p>
      <div className={styles.actions}>
        <Button onClick={onRetry}>重试</Button>
        <Button variant="default" onClick={onChooseFolder}>
          选择其他数据文件夹
        </Button>
        <Button variant="default" onClick={onRestore}>
          从备份恢复
        </Button>
      </div>
    </div>
  )
}
