/** For a Modal: Esc and a click beside it close it only while nothing that was typed would be lost. */
export function closableWhile(untouched: boolean) {
  return { closeOnClickOutside: untouched, closeOnEscape: untouched } as const
}
