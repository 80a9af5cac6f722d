import {
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import { editText } from '#shared/records/parse-typed.ts'
import { isComposing } from '../composing.ts'
import { ChoiceList } from './ChoiceList.tsx'
import type { CellDraft } from './cell-drafts.ts'
import styles from './DataGrid.module.css'
import { type GridColumn, isRightAligned } from './grid-column.ts'
import { matchingChoices } from './matching-choices.ts'

export interface CellEditorHandle {
  focus(): void
  /** Opens the cell with its text, as F2 does. */
  open(): void
  /** Stores what is being typed before the cursor goes elsewhere; refused text stays in its cell. */
  finish(): void
}

export interface CellEditorProps<T> {
  readonly ref: Ref<CellEditorHandle>
  /** null when the grid has no rows. */
  readonly cell: { readonly row: T; readonly column: GridColumn<T> } | null
  readonly label: string
  readonly draft: CellDraft | undefined
  readonly place: {
    readonly top: number
    readonly left: number
    readonly width: number
    readonly sticky: boolean
  }
  readonly editable: boolean
  /** Stores typed text; the reason when it is refused at once. */
  readonly onStore: (row: T, column: GridColumn<T>, typed: string) => string | null
  readonly onGiveUp: (row: T, column: GridColumn<T>) => void
  /** Takes keys that do not edit; true when it has dealt with the key. */
  readonly onKey: (event: KeyboardEvent) => boolean
  readonly onCopy: (event: ClipboardEvent) => void
  readonly onFocusChange: (focused: boolean) => void
}

interface Typing {
  readonly text: string
  /** Typed over the cell, or opened with its text: only the latter gives Up and Down to the caret. */
  readonly opened: boolean
  readonly error: string | null
  readonly choice: number
  /** Choices and reasons open upwards near the bottom of the window. */
  readonly above: boolean
}

/** px a list of choices needs. */
const ROOM_BELOW = 240

/**
 * The one text field of a grid. It always lies over the active cell, transparent and focused, so that the first
 * letter of an input method lands in it; composing or typing makes it visible.
 */
export function CellEditor<T extends object>(props: CellEditorProps<T>) {
  const { cell, place, draft } = props
  const field = useRef<HTMLTextAreaElement>(null)
  const [typing, setTyping] = useState<Typing | null>(null)
  const column = cell?.column
  const choices = column?.choices
  const matches =
    typing === null || choices === undefined ? [] : matchingChoices(choices, typing.text, typing.opened)

  const begin = (text: string, opened: boolean) => {
    if (!props.editable) return
    const current = choices?.indexOf(text) ?? -1
    const bottom = field.current?.getBoundingClientRect().bottom ?? 0
    const above = bottom + ROOM_BELOW > window.innerHeight
    setTyping({
      text,
      opened,
      error: opened ? (draft?.message ?? null) : null,
      choice: opened ? current : 0,
      above,
    })
  }
  const open = () => {
    if (cell === null || column?.field === undefined) return
    begin(draft?.typed ?? editText(column.field, column.value(cell.row)), true)
    field.current?.focus()
  }
  /** True when the text was taken, or there was nothing to take. */
  const store = (typed: string): boolean => {
    if (cell === null || typing === null) return true
    // nothing came of typing over the cell (an abandoned composition): only Delete empties a cell
    if (!typing.opened && typed.trim() === '') {
      setTyping(null)
      return true
    }
    const refusal = props.onStore(cell.row, cell.column, typed)
    if (refusal === null) setTyping(null)
    else setTyping({ ...typing, text: typed, error: refusal })
    return refusal === null
  }
  const settled = (): string => {
    const picked = matches[typing?.choice ?? -1]
    return typing === null || (typing.text === '' && typing.choice <= 0)
      ? (typing?.text ?? '')
      : (picked ?? typing.text)
  }

  useImperativeHandle(props.ref, () => ({
    focus: () => field.current?.focus({ preventScroll: true }),
    open,
    finish: () => {
      if (typing !== null) store(settled())
      setTyping(null)
    },
  }))

  function pressWhileTyping(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (typing === null) return
    const isArrow = event.key === 'ArrowUp' || event.key === 'ArrowDown'
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      if (cell !== null) props.onGiveUp(cell.row, cell.column)
      setTyping(null)
    } else if (isArrow && matches.length > 0) {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setTyping({ ...typing, choice: (typing.choice + step + matches.length) % matches.length })
    } else if (event.key === 'Enter' && event.altKey && column?.kind === 'longText') {
      event.preventDefault()
      event.currentTarget.setRangeText(
        '\n',
        event.currentTarget.selectionStart,
        event.currentTarget.selectionEnd,
        'end',
      )
      setTyping({ ...typing, text: event.currentTarget.value })
    } else if (event.key === 'Enter' || event.key === 'Tab' || (isArrow && !typing.opened)) {
      event.preventDefault()
      if (store(settled())) props.onKey(event)
    }
  }

  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (isComposing(event.nativeEvent)) return
    if (typing !== null) pressWhileTyping(event)
    else if (event.key === 'F2') open()
    else if ((event.key === 'Delete' || event.key === 'Backspace') && cell !== null && props.editable) {
      event.preventDefault()
      props.onStore(cell.row, cell.column, '')
    } else if (props.onKey(event)) event.preventDefault()
  }

  return (
    <div className={styles.editorRow} style={{ top: place.top }}>
      <div
        className={place.sticky ? styles.stickyEditor : styles.editor}
        data-typing={typing !== null}
        data-above={typing?.above === true}
        style={place.sticky ? { width: place.width } : { marginLeft: place.left, width: place.width }}
      >
        <textarea
          ref={field}
          className={styles.input}
          rows={1}
          spellCheck={false}
          readOnly={!props.editable}
          aria-label={props.label}
          aria-invalid={typing?.error != null}
          // while nothing is typed here, Ctrl+Z belongs to the program and not to this field
          data-undo={typing === null ? 'program' : 'field'}
          data-right={column !== undefined && isRightAligned(column.kind)}
          data-multiline={column?.kind === 'longText'}
          value={typing?.text ?? ''}
          onFocus={() => props.onFocusChange(true)}
          onBlur={() => {
            props.onFocusChange(false)
            if (typing !== null) store(settled())
            setTyping(null)
          }}
          onCompositionStart={() => {
            if (typing === null) begin('', false)
          }}
          onCompositionEnd={(event) => {
            if (typing?.opened === false && event.currentTarget.value === '') setTyping(null)
          }}
          onChange={(event) => {
            const text = event.currentTarget.value
            if (typing === null) begin(text, false)
            else setTyping({ ...typing, text, error: null, choice: 0 })
          }}
          onKeyDown={press}
          onCopy={(event) => {
            if (typing === null) props.onCopy(event)
          }}
        />
        {typing !== null && matches.length > 0 ? (
          <ChoiceList
            choices={matches}
            highlighted={typing.choice}
            onPick={(choice) => {
              store(choice)
              field.current?.focus()
            }}
          />
        ) : null}
        {typing?.error == null ? null : (
          <p role="alert" className={styles.error}>
            {typing.error}
          </p>
        )}
      </div>
    </div>
  )
}
