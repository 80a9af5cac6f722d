import { IconSearch, IconX } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { ComposedTextInput } from './ComposedTextInput.tsx'
import { isComposing } from './composing.ts'
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
    <ComposedTextInput
      className={styles.search ?? ''}
      size="xs"
      aria-label={label}
      placeholder={label}
      text={typed}
      onText={search}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        typed === '' ? null : (
          <button type="button" className={styles.clear} aria-label="清除搜索" onClick={() => search('')}>
            <IconX size={14} aria-hidden />
          </button>
        )
      }
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isComposing(event.nativeEvent)) search('')
      }}
    />
  )
}
