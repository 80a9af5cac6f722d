import { NativeSelect } from '@mantine/core'
import { columnLetters } from '#shared/tabular/cell-text.ts'
import type { CleanedSheet, ColumnMapping } from '#shared/tabular/cleaned.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Status } from '../../ui/Status.tsx'
import styles from './ImportScreen.module.css'
import { CUSTOM, DROPPED, doubleTargets, mappingChoices, mappingYears, targetTitle } from './mapping-menu.ts'

export interface MappingPanelProps {
  readonly sheet: CleanedSheet
  /** 0-based columns that are hidden in the file. */
  readonly hidden: readonly number[]
  readonly year: number
  readonly onChange: (column: number, target: string | null) => void
  readonly onClose: () => void
}

/** Each heading of the sheet and what it is read as, to be put right by menu. */
export function MappingPanel({ sheet, hidden, year, onChange, onClose }: MappingPanelProps) {
  const choices = mappingChoices(sheet.subject, mappingYears(sheet, year))
  const doubled = doubleTargets(sheet)
  const keepsColumns = sheet.subject === 'enterprises'
  const stateOf = (column: ColumnMapping) => {
    if (hidden.includes(column.column)) return <Status tone="note" word="隐藏列" quiet />
    if (column.target !== null && doubled.has(column.target))
      return <Status tone="warn" word="与另一列相同，请改正" quiet />
    if (column.target === CUSTOM)
      return <Status tone="warn" word={keepsColumns ? '没认出，存为自定义列' : '没认出，不导入'} quiet />
    return null
  }
  return (
    <Panel
      title="列对应"
      subtitle={`工作表“${sheet.sheet}”，共 ${sheet.columns.length} 列`}
      onClose={onClose}
    >
      <ul className={styles.mapping}>
        {sheet.columns.map((column) => (
          <li key={column.column}>
            <span className={styles.letters}>{columnLetters(column.column)}</span>
            <span className={styles.header} title={column.header}>
              {column.header === '' ? '（无标题）' : column.header}
              {stateOf(column)}
            </span>
            <NativeSelect
              size="xs"
              aria-label={`${column.header}列导入为`}
              value={column.target ?? DROPPED}
              onChange={(event) => {
                const target = event.currentTarget.value
                onChange(column.column, target === DROPPED ? null : target)
              }}
            >
              <option value={DROPPED}>不导入</option>
              {keepsColumns ? <option value={CUSTOM}>存为自定义列</option> : null}
              {!keepsColumns && column.target === CUSTOM ? <option value={CUSTOM}>没认出</option> : null}
              {column.target !== null &&
              column.target !== CUSTOM &&
              choices.every((choice) => choice.target !== column.target) ? (
                <option value={column.target}>{targetTitle(column.target)}</option>
              ) : null}
              {choices.map((choice) => (
                <option key={choice.target} value={choice.target}>
                  {choice.title}
                </option>
              ))}
            </NativeSelect>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
