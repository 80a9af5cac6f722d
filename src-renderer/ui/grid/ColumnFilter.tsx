import { Button, Checkbox, Popover, TextInput } from '@mantine/core'
import { IconFilter, IconFilterFilled } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { parseTypedDate } from '#shared/records/typed-date.ts'
import { parseTypedNumber } from '#shared/records/typed-number.ts'
import { ComposedTextInput } from '../ComposedTextInput.tsx'
import styles from './ColumnFilter.module.css'
import { filterKindOf, type GridFilter } from './grid-filter.ts'

export interface ColumnFilterProps {
  readonly column: {
    readonly title: string
    readonly kind: Parameters<typeof filterKindOf>[0]
    readonly choices?: readonly string[]
  }
  readonly filter: GridFilter | undefined
  readonly onChange: (filter: GridFilter | undefined) => void
}

/** The funnel in a column title. */
export function ColumnFilter({ column, filter, onChange }: ColumnFilterProps) {
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus position="bottom-end" withinPortal shadow="md">
      <Popover.Target>
        <button
          type="button"
          className={styles.funnel}
          data-filtering={filter !== undefined}
          aria-label={`筛选 ${column.title}`}
          title={`筛选 ${column.title}`}
          onClick={() => setOpened(!opened)}
        >
          {filter === undefined ? (
            <IconFilter size={14} aria-hidden />
          ) : (
            <IconFilterFilled size={14} aria-hidden />
          )}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles.dropdown}>
        <FilterFields column={column} filter={filter} onChange={onChange} />
        <EmptyOrFilled filter={filter} onChange={onChange} />
        <div className={styles.actions}>
          <Button variant="default" disabled={filter === undefined} onClick={() => onChange(undefined)}>
            清除
          </Button>
          <Button onClick={() => setOpened(false)}>完成</Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

function FilterFields({ column, filter, onChange }: ColumnFilterProps): ReactNode {
  switch (filterKindOf(column.kind, column.choices !== undefined)) {
    case 'oneOf': {
      const texts = filter?.by === 'oneOf' ? filter.texts : []
      return (column.choices ?? []).map((choice) => (
        <Checkbox
          key={choice}
          size="xs"
          label={choice}
          checked={texts.includes(choice)}
          onChange={(event) =>
            onChange({
              by: 'oneOf',
              texts: event.currentTarget.checked
                ? [...texts, choice]
                : texts.filter((text) => text !== choice),
            })
          }
        />
      ))
    }
    case 'numbers': {
      const range = filter?.by === 'numbers' ? filter : { by: 'numbers' as const, from: null, to: null }
      return (
        <>
          <RangeEnd
            label="不小于"
            value={range.from}
            read={readNumber}
            onChange={(from) => onChange({ ...range, from })}
          />
          <RangeEnd
            label="不大于"
            value={range.to}
            read={readNumber}
            onChange={(to) => onChange({ ...range, to })}
          />
        </>
      )
    }
    case 'dates': {
      const range = filter?.by === 'dates' ? filter : { by: 'dates' as const, from: '', to: '' }
      return (
        <>
          <RangeEnd
            label="从"
            value={range.from}
            read={readDate}
            onChange={(from) => onChange({ ...range, from })}
          />
          <RangeEnd
            label="到"
            value={range.to}
            read={readDate}
            onChange={(to) => onChange({ ...range, to })}
          />
        </>
      )
    }
    case 'contains':
      return (
        <ComposedTextInput
          size="xs"
          data-autofocus
          label="包含文字"
          text={filter?.by === 'contains' ? filter.text : ''}
          onText={(text) => onChange({ by: 'contains', text })}
        />
      )
  }
}

function EmptyOrFilled({ filter, onChange }: Pick<ColumnFilterProps, 'filter' | 'onChange'>) {
  const toggle = (by: 'empty' | 'filled') => onChange(filter?.by === by ? undefined : { by })
  return (
    <div className={styles.emptiness}>
      <Checkbox
        size="xs"
        label="只看空白"
        checked={filter?.by === 'empty'}
        onChange={() => toggle('empty')}
      />
      <Checkbox
        size="xs"
        label="只看已填"
        checked={filter?.by === 'filled'}
        onChange={() => toggle('filled')}
      />
    </div>
  )
}

interface RangeEndProps<V extends string | number | null> {
  readonly label: string
  readonly value: V
  /** undefined when the text cannot be read (yet). */
  readonly read: (typed: string) => V | undefined
  readonly onChange: (value: V) => void
}

/** One end of a range; half-typed text stays in the field and does not filter. */
function RangeEnd<V extends string | number | null>({ label, value, read, onChange }: RangeEndProps<V>) {
  const [typed, setTyped] = useState(value === null ? '' : String(value))
  const unread = typed.trim() !== '' && read(typed) === undefined
  return (
    <TextInput
      size="xs"
      label={label}
      value={typed}
      error={unread ? '还不能识别' : null}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        const end = read(event.currentTarget.value)
        if (end !== undefined) onChange(end)
      }}
    />
  )
}

function readNumber(typed: string): number | null | undefined {
  if (typed.trim() === '') return null
  const number = parseTypedNumber(typed.normalize('NFKC'), undefined)
  return number.ok ? number.value : undefined
}

function readDate(typed: string): string | undefined {
  if (typed.trim() === '') return ''
  const date = parseTypedDate(typed.normalize('NFKC'))
  return date.ok ? date.value : undefined
}
