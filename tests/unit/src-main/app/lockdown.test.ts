import { expect, test } from 'vitest'
import { closeNetwork } from '#main/app/lockdown.ts'

test('no name is resolved and no call between pages finds a way out: what no request guard sees', () => {
  const switches: [string, string | undefined][] = []
  closeNetwork({ appendSwitch: (name, value) => switches.push([name, value]) })
  expect(Object.fromEntries(switches)).toEqual({
    'host-resolver-rules': 'MAP * ~NOTFOUND',
    'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp',
  })
})
