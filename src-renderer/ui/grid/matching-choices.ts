/** The choices that fit what was typed; all of them while the cell has only been opened. */
export function matchingChoices(choices: readonly string[], typed: string, all: boolean): readonly string[] {
  const wanted = typed.trim()
  if (wanted === '' || (all && choices.includes(wanted))) return choices
  return choices.filter((choice) => choice.includes(wanted))
}
