/** Loads the window again: the journal is opened anew and the working copy made from it. */
export function openAgain(): void {
  window.location.reload()
}
