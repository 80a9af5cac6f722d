import { Button } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import styles from './DropZone.module.css'

export interface DropZoneProps {
  /** For example 把 Excel 文件拖到这里. */
  readonly invitation: string
  readonly button: string
  /** Extensions with their dot, for the open dialog only; dropped files are judged by who receives them. */
  readonly extensions: readonly string[]
  readonly multiple?: boolean
  readonly onFiles: (files: readonly File[]) => void
  readonly children?: ReactNode
}

/** Takes files by drop or by button. */
export function DropZone({
  invitation,
  button,
  extensions,
  multiple = false,
  onFiles,
  children,
}: DropZoneProps) {
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)

  const take = (list: FileList | null) => {
    const files = [...(list ?? [])]
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }

  return (
    <section
      className={styles.zone}
      data-over={over}
      aria-label={invitation}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileUpload size={36} stroke={1.3} aria-hidden />
      <p className={styles.invitation}>{invitation}</p>
      <Button onClick={() => input.current?.click()}>{button}</Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        accept={extensions.join(',')}
        onChange={(event) => {
          take(event.currentTarget.files)
          event.currentTarget.value = ''
        }}
      />
      {children}
    </section>
  )
}
