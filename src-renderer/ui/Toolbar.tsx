import { TextInput } from '@mantine/core'
import { IconSearch, IconX } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import styles from './Toolbar.module.css'

/** Buttons that belong together; groups are set apart by a line. */
export function Toolbar({ children }: { children: ReactNode }) {
  return (
    <div className={styles.toolbar} role="toolbar">
      {children}
    </div>
  )
}

export function ToolbarDivider() {
  return <span className={styles.divider} aria-hidden />
}

export interface SearchBoxProps {
  readonly label: string
  readonly onSearch: (query: string) => void
}

/** Search as one types; while an IME composes nothing is searched. */
export function SearchBox({ label, onSearch }: SearchBoxProps) {
  const [typed, setTyped] = useState('')
  const search = (query: string) => {
    setTyped(query)
    onSearch(query)
  }
  return (
    <TextInput
      className={styles.search ?? ''}
      size="xs"
      aria-label={label}
      placeholder={label}
      value={typed}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        typed === '' ? null : (
          <button type="button" className={styles.clear} aria-label="清除搜索" onClick={() => search('')}>
            <IconX size={14} aria-hidden />
          </button>
        )
      }
      onChange={(event) => {
        const composing = 'isComposing' in event.nativeEvent && event.nativeEvent.isComposing === true
        if (composing) setTyped(event.currentTarget.value)
        else search(event.currentTarget.value)
      }}
      onCompositionEnd={(event) => search(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) search('')
      }}
    />
  )
}
