import styles from './DataGrid.module.css'

export interface ChoiceListProps {
  readonly choices: readonly string[]
  readonly highlighted: number
  readonly onPick: (choice: string) => void
}

/** The list under a choice cell; the keyboard is led by the cell editor. */
export function ChoiceList({ choices, highlighted, onPick }: ChoiceListProps) {
  return (
    <div role="listbox" className={styles.choices} aria-label="可选项">
      {choices.map((choice, index) => (
        <div
          key={choice}
          role="option"
          tabIndex={-1}
          aria-selected={index === highlighted}
          className={styles.choice}
          onMouseDown={(event) => {
            event.preventDefault()
            onPick(choice)
          }}
        >
          {choice}
        </div>
      ))}
    </div>
  )
}
