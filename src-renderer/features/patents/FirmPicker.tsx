import { Combobox, useCombobox } from '@mantine/core'
import { useState } from 'react'
import { useInitials } from '../../state/use-initials.ts'
import { ComposedTextInput } from '../../ui/ComposedTextInput.tsx'
import { useRecords } from '../../workspace/use-workspace.ts'
import { matchingFirms } from './firm-choices.ts'
import styles from './Patents.module.css'

export interface PickedOwner {
  readonly name: string
  /** Absent for a name outside the register. */
  readonly enterprise?: string
}

export interface FirmPickerProps {
  readonly label: string
  readonly onPick: (owner: PickedOwner) => void
}

const OUTSIDE = 'outside'
const LIMIT = 6

/** Finds a firm by name, code or pinyin initials, or takes the typed text as a name outside the register. */
export function FirmPicker({ label, onPick }: FirmPickerProps) {
  const firms = useRecords().of('enterprise')
  const [query, setQuery] = useState('')
  const initials = useInitials(query !== '')
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const found = matchingFirms(firms, query, initials, LIMIT)
  const name = query.trim()

  function submit(value: string) {
    const firm = found.find((each) => each.id === value)
    if (firm !== undefined) onPick({ name: firm.name ?? '', enterprise: firm.id })
    else if (value === OUTSIDE && name !== '') onPick({ name })
    setQuery('')
    combobox.closeDropdown()
  }

  return (
    <Combobox store={combobox} onOptionSubmit={submit} withinPortal>
      <Combobox.Target>
        <ComposedTextInput
          className={styles.picker ?? ''}
          size="xs"
          aria-label={label}
          placeholder={label}
          text={query}
          onText={(text) => {
            setQuery(text)
            combobox.openDropdown()
            combobox.selectFirstOption()
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.stopPropagation()
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={found.length === 0 && name === ''}>
        <Combobox.Options>
          {found.map((firm) => (
            <Combobox.Option key={firm.id} value={firm.id}>
              {firm.name}
              <span className={styles.optionDetail}>{firm.code}</span>
            </Combobox.Option>
          ))}
          {name === '' ? null : (
            <Combobox.Option value={OUTSIDE}>作为名录外权利人添加：{name}</Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
