import type { WebPreferences } from 'electron'

/** What no window of the program may loosen: pages get the sandbox, a world of their own and no Node. */
export const LOCKED_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  spellcheck: false,
} as const satisfies WebPreferences

/** What a window may choose for itself. */
export interface PageChoices {
  readonly preload: string
  readonly devTools: boolean
  /** A hidden window lays pages out at full speed only without throttling. */
  readonly backgroundThrottling?: boolean
}

/** webPreferences of a window; the locked ones stand last, so that no choice replaces one. */
export const pagePreferences = (choices: PageChoices): WebPreferences => ({
  ...choices,
  ...LOCKED_PREFERENCES,
})
