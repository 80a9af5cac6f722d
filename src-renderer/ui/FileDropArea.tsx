import { type ReactNode, useState } from 'react'
import styles from './FileDropArea.module.css'

export interface FileDropAreaProps {
  /** Shown while a file is held over the area. */
  readonly invitation: string
  /** Takes the first file only. */
  readonly onFile?: (file: File) => void
  readonly onFiles?: (files: readonly File[]) => void
  readonly children: ReactNode
}

/** Content onto which files may be dropped. */
export function FileDropArea({ invitation, onFile, onFiles, children }: FileDropAreaProps) {
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
        if (first === undefined) return
        onFile?.(first)
        onFiles?.([...event.dataTransfer.files])
      }}
    >
      {children}
      {over ? <p className={styles.invitation}>{invitation}</p> : null}
    </section>
  )
}
