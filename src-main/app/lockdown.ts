import type { Session, WebContents } from 'electron'
import { isAllowedRequest } from './request-guard.ts'

/** No permission, no network, no download, no spell-check dictionary to fetch. */
export function lockSession(session: Session, allowDevtools: boolean): void {
  session.setPermissionRequestHandler((_page, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((request, answer) =>
    answer({ cancel: !isAllowedRequest(request.url, { allowDevtools }) }),
  )
  session.on('will-download', (event) => event.preventDefault())
}

/** Every page of the program stays where it is: no navigation, no new window, no embedded browser. */
export function lockPage(page: WebContents): void {
  page.setWindowOpenHandler(() => ({ action: 'deny' }))
  page.on('will-navigate', (event) => event.preventDefault())
  page.on('will-frame-navigate', (event) => event.preventDefault())
  page.on('will-redirect', (event) => event.preventDefault())
  page.on('will-attach-webview', (event) => event.preventDefault())
}
