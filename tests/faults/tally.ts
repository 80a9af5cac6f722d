/** What rounds of faults gave: `losses` names every edit that was called saved and is not there. */
export interface Tally {
  rounds: number
  /** Edits called saved. */
  saved: number
  readonly losses: string[]
}
