import { type ReactNode, useState } from 'react'
import styles from './FileDropArea.module.css'

export interface FileDropAreaProps {
  /** Shown while a file is held over the area. */
  readonly invitation: string
  readonly onFile: (file: File) => void
  readonly children: ReactNode
}

/** Content onto which one file may be dropped. */
export function FileDropArea({ invitation, onFile, children }: FileDropAreaProps) {
  const [over, setOver] = useState(false)
  return (
    <section
      className={styles.area}
      aria-label={invitation}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        const { relatedTarget } = event
        if (!(relatedTarget instanceof Node) || !event.currentTarget.contains(relatedTarget)) setOver(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const [first] = event.dataTransfer.files
        if (first !== undefined) onFile(first)
      }}
    >
      {children}
      {over ? <p className={styles.invitation}>{invitation}</p> : null}
    </section>
  )
}
