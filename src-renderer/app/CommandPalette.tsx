import { Modal } from '@mantine/core'
import { type KeyboardEvent, useMemo, useState } from 'react'
import type { Records } from '#shared/edits/read-model.ts'
import { useScreenState } from '../state/screen-state.ts'
import { useInitials } from '../state/use-initials.ts'
import { isComposing } from '../ui/composing.ts'
import { useRecords } from '../workspace/use-workspace.ts'
import styles from './CommandPalette.module.css'
import { type CommandEntry, matchingEntries, type PreparedEntry, preparedEntry } from './command-search.ts'
import type { ScreenEntry } from './screens.tsx'
import type { UndoRedo } from './use-undo-redo.ts'

export interface CommandPaletteProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly screens: readonly ScreenEntry[]
  readonly undoRedo: UndoRedo
}

const SHOWN = 12

/** Ctrl+K: any screen, firm or action by name, code or pinyin initials. */
export function CommandPalette(props: CommandPaletteProps) {
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      withCloseButton={false}
      centered={false}
      size={560}
      padding={0}
      aria-label="查找"
    >
      {props.opened ? <Search {...props} /> : null}
    </Modal>
  )
}

function Search({ onClose, screens, undoRedo }: CommandPaletteProps) {
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const goTo = useScreenState((state) => state.goTo)
  const toggleNavigation = useScreenState((state) => state.toggleNavigation)
  const records = useRecords()
  const initials = useInitials(true)
  const entries = useMemo(
    () =>
      commandEntries(records, screens, undoRedo).map((entry) => preparedEntry(entry, initials ?? (() => ''))),
    [records, screens, undoRedo, initials],
  )
  const found = matchingEntries(entries, query, SHOWN)

  function run(entry: PreparedEntry | undefined) {
    if (entry === undefined) return
    onClose()
    const screen = screens.find((each) => each.id === entry.id)
    if (entry.group === '企业') goTo('enterprises', { open: entry.id })
    else if (screen !== undefined) goTo(screen.id)
    else if (entry.id === 'undo') undoRedo.undo()
    else if (entry.id === 'redo') undoRedo.redo()
    else toggleNavigation()
  }

  function press(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && found.length > 0) {
      event.preventDefault()
      setAt((at + step + found.length) % found.length)
    } else if (event.key === 'Enter') run(found[at])
  }

  return (
    <>
      <input
        data-autofocus
        className={styles.query}
        role="combobox"
        aria-expanded
        aria-controls="palette-found"
        aria-activedescendant={found[at] === undefined ? undefined : `palette-${found[at].id}`}
        aria-label="查找功能、企业、操作"
        placeholder="功能、企业名称、信用代码或拼音首字母"
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      <div id="palette-found" role="listbox" aria-label="查找结果" className={styles.found}>
        {found.map((entry, index) => (
          <div
            key={entry.id}
            id={`palette-${entry.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={styles.entry}
            onMouseDown={(event) => {
              event.preventDefault()
              run(entry)
            }}
          >
            <span className={styles.label}>{entry.label}</span>
            <span className={styles.detail}>{entry.detail}</span>
            <span className={styles.group}>{entry.group}</span>
          </div>
        ))}
        {found.length === 0 ? <p className={styles.none}>没有找到，请换个说法或检查拼写</p> : null}
      </div>
    </>
  )
}

function commandEntries(
  records: Records,
  screens: readonly ScreenEntry[],
  undoRedo: UndoRedo,
): readonly CommandEntry[] {
  return [
    ...screens
      .filter((screen) => screen.inNavigation !== false)
      .map((screen) => ({ id: screen.id, group: '功能' as const, label: screen.title })),
    ...(undoRedo.toUndo === null
      ? []
      : [{ id: 'undo', group: '操作' as const, label: '撤销', detail: undoRedo.toUndo.title }]),
    ...(undoRedo.toRedo === null
      ? []
      : [{ id: 'redo', group: '操作' as const, label: '重做', detail: undoRedo.toRedo.title }]),
    { id: 'navigation', group: '操作', label: '展开或收起导航' },
    ...records.of('enterprise').map((firm) => ({
      id: firm.id,
      group: '企业' as const,
      label: firm.name ?? '（未填名称）',
      detail: firm.code ?? '',
    })),
  ]
}
