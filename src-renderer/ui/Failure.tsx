import styles from './dialog.module.css'

/** A sentence of what went wrong, told aloud as it appears. */
export function Failure({ sentence }: { sentence: string | null }) {
  return sentence === null ? null : (
    <p role="alert" className={styles.failure}>
      {sentence}
    </p>
  )
}
