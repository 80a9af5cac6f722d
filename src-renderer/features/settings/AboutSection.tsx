import { useEffect, useState } from 'react'
import type { Reply } from '#shared/ipc/contract.ts'
import { desktop } from '../../platform/desktop.ts'
import { PLAN_PACK } from '../../workspace/plan-pack.ts'
import { aboutLines } from './about-lines.ts'
import styles from './settings.module.css'

/** 关于: version, runtime and 口径版本 in words. */
export function AboutSection() {
  const [about, setAbout] = useState<Reply<'system:about'> | null>(null)
  useEffect(() => {
    void desktop.call('system:about', null).then(setAbout)
  }, [])
  const lines = aboutLines(about?.ok === true ? about.value : null, PLAN_PACK)
  return (
    <section className={styles.section} aria-label="关于">
      <h2 className={styles.heading}>关于</h2>
      <dl className={styles.about}>
        {lines.map(({ term, words }) => (
          <div key={term} className={styles.line}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.words}>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
