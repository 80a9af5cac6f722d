import { EventEmitter } from 'node:events'
import type { Session, WebContents } from 'electron'
import { expect, test, vi } from 'vitest'
import { closeNetwork, lockPage, lockSession } from '#main/app/lockdown.ts'

test('no name is resolved and no call between pages finds a way out: what no request guard sees', () => {
  const switches: [string, string | undefined][] = []
  closeNetwork({ appendSwitch: (name, value) => switches.push([name, value]) })
  expect(Object.fromEntries(switches)).toEqual({
    'host-resolver-rules': 'MAP * ~NOTFOUND',
    'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp',
  })
})

type Answer = (granted: boolean) => void

/** The hooks of Electron's session, as `lockSession` fills them. */
class FakeSession extends EventEmitter {
  request: (page: unknown, permission: string, answer: Answer) => void = (_page, _name, answer) =>
    answer(true)
  check: (page: unknown, permission: string) => boolean = () => true
  device: (details: unknown) => boolean = () => true
  isSpellChecked = true
  guard: (request: { url: string }, answer: (response: { cancel?: boolean }) => void) => void = (_, answer) =>
    answer({})
  readonly webRequest = {
    onBeforeRequest: (guard: FakeSession['guard']) => {
      this.guard = guard
    },
  }
  setPermissionRequestHandler(handler: FakeSession['request']) {
    this.request = handler
  }
  setPermissionCheckHandler(handler: FakeSession['check']) {
    this.check = handler
  }
  setDevicePermissionHandler(handler: FakeSession['device']) {
    this.device = handler
  }
  setSpellCheckerEnabled(enabled: boolean) {
    this.isSpellChecked = enabled
  }
  isCancelled(url: string): boolean | undefined {
    let cancelled: boolean | undefined
    this.guard({ url }, ({ cancel }) => {
      cancelled = cancel
    })
    return cancelled
  }
}

function locked(allowDevtools = false): FakeSession {
  const session = new FakeSession()
  lockSession(session as unknown as Session, allowDevtools)
  return session
}

test.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem'])(
  'the permission %s is denied, asked for or looked up',
  (permission) => {
    const session = locked()
    const answer = vi.fn()
    session.request(null, permission, answer)
    expect([answer.mock.calls, session.check(null, permission)]).toEqual([[[false]], false])
  },
)

test('no device is given and no dictionary is fetched', () => {
  const session = locked()
  expect([session.device({ deviceType: 'usb' }), session.isSpellChecked]).toEqual([false, false])
})

test('every request goes through the guard', () => {
  const asked = (session: FakeSession) =>
    ['app://bundle/index.html', 'https://example.com/', 'devtools://devtools/bundled/a.html'].map((url) =>
      session.isCancelled(url),
    )
  expect([asked(locked()), asked(locked(true))]).toEqual([
    [false, true, true],
    [false, true, false],
  ])
})

test('a download is stopped before it is saved', () => {
  const preventDefault = vi.fn()
  locked().emit('will-download', { preventDefault })
  expect(preventDefault).toHaveBeenCalledOnce()
})

test('a page stays where it is and opens nothing', () => {
  const open: { handler: ((details: unknown) => unknown) | null } = { handler: null }
  const page = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: (details: unknown) => unknown) => {
      open.handler = handler
    },
  })
  lockPage(page as unknown as WebContents)
  const preventDefault = vi.fn()
  const events = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']
  for (const event of events) page.emit(event, { preventDefault })
  expect([open.handler?.({ url: 'https://example.com/' }), preventDefault.mock.calls.length]).toEqual([
    { action: 'deny' },
    events.length,
  ])
})
