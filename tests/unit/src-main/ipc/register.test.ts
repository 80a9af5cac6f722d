import { expect, test } from 'vitest'
import { type IpcMain, registerHandlers } from '#main/ipc/register.ts'
import type { SenderFrame } from '#main/ipc/trusted-frame.ts'
import { type Channel, contract, type Handlers } from '#shared/ipc/contract.ts'
import { ok } from '#shared/result.ts'

const PAGE: SenderFrame = { url: 'app://bundle/index.html', parent: null }
const WINDOW = 1
const PRINT_WINDOW = 2

/** All channels answered by one function, so that each test says only what it is about. */
function given(handler: (request: unknown) => Promise<unknown> = async () => ok(null)) {
  const registered = new Map<string, Parameters<IpcMain['handle']>[1]>()
  const requests: unknown[] = []
  const bugs: [Channel, string][] = []
  const spy = (request: unknown) => {
    requests.push(request)
    return handler(request)
  }
  const handlers = Object.fromEntries(Object.keys(contract).map((channel) => [channel, spy]))
  const ipcMain: IpcMain = { handle: (channel, listener) => registered.set(channel, listener) }
  const isPrintPage = (id: number) => id === PRINT_WINDOW
  registerHandlers(ipcMain, handlers as unknown as Handlers, isPrintPage, (channel, error) =>
    bugs.push([channel, String(error)]),
  )
  const call = (channel: Channel, request: unknown, senderFrame: SenderFrame | null = PAGE, id = WINDOW) =>
    registered.get(channel)?.({ sender: { id }, senderFrame }, request)
  return { registered, requests, bugs, call }
}

test('every channel of the contract is registered once, and nothing else', () => {
  expect([...given().registered.keys()]).toEqual(Object.keys(contract))
})

test('a request of the right shape from our page reaches its handler, parsed', async () => {
  const { call, requests } = given(async () => ok([]))
  expect(await call('files:pick', { purpose: 'workbook', multiple: true })).toEqual(ok([]))
  expect(requests).toEqual([{ purpose: 'workbook', multiple: true }])
})

test.each<[string, SenderFrame | null]>([
  ['a destroyed frame', null],
  ['a frame inside our page', { url: PAGE.url, parent: PAGE }],
  ['a page from the network', { url: 'https://bundle/index.html', parent: null }],
  ['another host of our scheme', { url: 'app://other/index.html', parent: null }],
  ['a host that only begins like ours', { url: 'app://bundle.example/', parent: null }],
  ['our host with a user name', { url: 'app://user@bundle/', parent: null }],
  ['a file', { url: 'file:///out/renderer/index.html', parent: null }],
  ['an empty page', { url: 'about:blank', parent: null }],
  ['no address', { url: '', parent: null }],
])('%s is refused before anything is parsed or done', async (_who, frame) => {
  const { call, requests } = given()
  const refused = { ok: false, error: { code: 'ipc.untrusted-sender' } }
  expect(await call('system:about', null, frame)).toEqual(refused)
  expect(requests).toEqual([])
})

const PRINT_CHANNELS: readonly Channel[] = ['print:job', 'print:ready']
const UNTRUSTED = { ok: false, error: { code: 'ipc.untrusted-sender' } }

/** Channels that do not refuse this window, whatever they say about the request. */
async function channelsOpenTo(call: ReturnType<typeof given>['call'], url: string, id: number) {
  const open: Channel[] = []
  for (const channel of Object.keys(contract) as Channel[]) {
    const reply = await call(channel, null, { url, parent: null }, id)
    if (JSON.stringify(reply) !== JSON.stringify(UNTRUSTED)) open.push(channel)
  }
  return open
}

test.each(['app://bundle/print.html?job=x', 'app://bundle/index.html', 'app://bundle/print.html/'])(
  'the print window may fetch its job and report it laid out, and nothing else, at %s',
  async (url) => {
    expect(await channelsOpenTo(given().call, url, PRINT_WINDOW)).toEqual(PRINT_CHANNELS)
  },
)

test.each(['app://bundle/index.html', 'app://bundle/print.html?job=x'])(
  'another window may not fetch the job of a print window, at %s',
  async (url) => {
    const open = await channelsOpenTo(given().call, url, WINDOW)
    const others = Object.keys(contract).filter((channel) => !PRINT_CHANNELS.includes(channel as Channel))
    expect(open).toEqual(others)
  },
)

test.each([
  ['a missing member', { purpose: 'workbook' }],
  ['an unknown purpose', { purpose: 'anything', multiple: false }],
  ['an extra member', { purpose: 'workbook', multiple: false, path: '/etc/passwd' }],
  ['nothing', undefined],
])('a request with %s is refused by name of its channel', async (_what, request) => {
  const { call, requests } = given()
  const refused = { ok: false, error: { code: 'ipc.bad-request', channel: 'files:pick' } }
  expect(await call('files:pick', request)).toEqual(refused)
  expect(requests).toEqual([])
})

test('a thrown error is kept in the main process; the page hears only which channel', async () => {
  const { call, bugs } = given(() => Promise.reject(new Error('EACCES /home/clerk/secret.json')))
  const reply = await call('system:about', null)
  expect(reply).toEqual({ ok: false, error: { code: 'system.unexpected', detail: 'system:about' } })
  expect(bugs).toEqual([['system:about', 'Error: EACCES /home/clerk/secret.json']])
})

test.each([undefined, null, 'done', {}, { ok: 1, value: 1 }, { ok: true }, { ok: false, value: 1 }])(
  'an answer that is no Result (%j) is a bug',
  async (answer) => {
    const { call, bugs } = given(async () => answer)
    const reply = await call('system:about', null)
    expect(reply).toEqual({ ok: false, error: { code: 'system.unexpected', detail: 'system:about' } })
    expect(bugs).toHaveLength(1)
  },
)
