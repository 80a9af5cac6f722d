/** True while an input method composes: no key means anything but to it. 229 is Chromium's key code meanwhile. */
export function isComposing(event: { readonly isComposing: boolean; readonly keyCode: number }): boolean {
  return event.isComposing || event.keyCode === 229
}
