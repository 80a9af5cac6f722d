import type { Session, WebContents } from 'electron'
import { isAllowedRequest } from './request-guard.ts'

/** Ways out that pass by requests: looking up names in advance, and WebRTC. To be called before the program is ready. */
export function closeNetwork(commandLine: {
  readonly appendSwitch: (name: string, value?: string) => void
}): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
}

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
