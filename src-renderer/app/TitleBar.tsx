import { ActionIcon, NativeSelect, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconSearch, type TablerIcon } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useScreenState } from '../state/screen-state.ts'
import { SaveMark } from './SaveMark.tsx'
import styles from './TitleBar.module.css'
import type { UndoRedo } from './use-undo-redo.ts'

export interface TitleBarProps {
  readonly unitName: string
  readonly isTrial: boolean
  readonly years: readonly number[]
  readonly QuickEntry: ComponentType | null
  readonly undoRedo: UndoRedo
  readonly onSearch: () => void
}

/** Unit, year, 记一笔, 撤销 and 重做, search, and whether everything is saved. */
export function TitleBar({ unitName, isTrial, years, QuickEntry, undoRedo, onSearch }: TitleBarProps) {
  const year = useScreenState((state) => state.year)
  const setYear = useScreenState((state) => state.setYear)
  return (
    <header className={styles.bar}>
      <span className={styles.unit} title={unitName}>
        {unitName}
      </span>
      {isTrial ? <span className={styles.trial}>试用</span> : null}
      <NativeSelect
        className={styles.year ?? ''}
        size="xs"
        aria-label="工作年度"
        value={String(year)}
        data={years.map((each) => ({ value: String(each), label: `${each}年` }))}
        onChange={(event) => setYear(Number(event.currentTarget.value))}
      />
      <div className={styles.quickEntry}>{QuickEntry === null ? null : <QuickEntry />}</div>
      <UndoButton
        word="撤销"
        keys="Ctrl+Z"
        icon={IconArrowBackUp}
        entry={undoRedo.toUndo}
        onClick={undoRedo.undo}
      />
      <UndoButton
        word="重做"
        keys="Ctrl+Y"
        icon={IconArrowForwardUp}
        entry={undoRedo.toRedo}
        onClick={undoRedo.redo}
      />
      <Tooltip label="查找功能、企业、操作（Ctrl+K）">
        <ActionIcon size={30} aria-label="查找" onClick={onSearch}>
          <IconSearch size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <SaveMark />
    </header>
  )
}

interface UndoButtonProps {
  readonly word: string
  readonly keys: string
  readonly icon: TablerIcon
  readonly entry: { readonly title: string } | null
  readonly onClick: () => void
}

function UndoButton({ word, keys, icon: Icon, entry, onClick }: UndoButtonProps) {
  const label = entry === null ? `没有可以${word}的操作` : `${word}：${entry.title}（${keys}）`
  return (
    <Tooltip label={label}>
      <button
        type="button"
        className={styles.undo}
        aria-label={label}
        aria-disabled={entry === null}
        onClick={() => {
          if (entry !== null) onClick()
        }}
      >
        <Icon size={18} stroke={1.6} aria-hidden />
        {word}
      </button>
    </Tooltip>
  )
}
