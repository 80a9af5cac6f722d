import { Fragment } from 'react'
import styles from './CodedFacts.module.css'
import { QrCode } from './QrCode.tsx'

export interface Fact {
  readonly term: string
  readonly words: string
  /** Shown in figures of one width, in groups. */
  readonly isCode?: boolean
}

/** Terms and their words, with a QR code beside them where there is one. */
export function CodedFacts({ qr, facts }: { qr: string | null; facts: readonly Fact[] }) {
  return (
    <div className={styles.facts}>
      {qr === null ? null : <QrCode text={qr} className={styles.qr ?? ''} />}
      <dl className={styles.list}>
        {facts.map(({ term, words, isCode }) => (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd className={isCode === true ? styles.code : undefined}>{words}</dd>
          </Fragment>
        ))}
      </dl>
    </div>
  )
}
