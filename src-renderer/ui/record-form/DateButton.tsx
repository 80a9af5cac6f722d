import { ActionIcon, Popover } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'

export interface DateButtonProps {
  readonly title: string
  /** `YYYY-MM-DD` when a whole day is entered; anything else opens the calendar at today. */
  readonly value: string
  readonly onPick: (day: string) => void
}

/** The calendar beside a date field; a month or a year is typed, not picked. */
export function DateButton({ title, value, onPick }: DateButtonProps) {
  const [opened, setOpened] = useState(false)
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withinPortal position="bottom-end" shadow="md">
      <Popover.Target>
        <ActionIcon aria-label={`选择${title}`} tabIndex={-1} onClick={() => setOpened(!opened)}>
          <IconCalendar size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker
          value={day}
          {...(day === null ? {} : { defaultDate: day })}
          monthLabelFormat="YYYY年M月"
          yearLabelFormat="YYYY年"
          onChange={(picked) => {
            if (picked !== null) onPick(picked)
            setOpened(false)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
