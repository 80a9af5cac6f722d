import { expect, test } from 'vitest'
import { type IpcMain, registerHandlers } from '#main/ipc/register.ts'
import type { SenderFrame } from '#main/ipc/trusted-frame.ts'
import { type Channel, contract, type Handlers } from '#shared/ipc/contract.ts'
import { ok } from '#shared/result.ts'

const PAGE: SenderFrame = { url: 'app://bundle/index.html', parent: null }

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
  registerHandlers(ipcMain, handlers as unknown as Handlers, (channel, error) =>
    bugs.push([channel, String(error)]),
  )
  const call = (channel: Channel, request: unknown, senderFrame: SenderFrame | null = PAGE) =>
    registered.get(channel)?.({ senderFrame }, request)
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

test('the print window may fetch its job and report it laid out, and nothing else', async () => {
  const { call, requests } = given()
  const frame = { url: 'app://bundle/print.html?job=x', parent: null }
  const job = 'c0a8012e-7b1c-4d5e-9f00-0123456789ab'
  const replies = []
  for (const channel of Object.keys(contract) as Channel[]) {
    const reply = await call(channel, { job, pages: 1 }, frame)
    if (JSON.stringify(reply) !== '{"ok":false,"error":{"code":"ipc.untrusted-sender"}}')
      replies.push(channel)
  }
  expect(replies).toEqual(['print:job', 'print:ready'])
  expect(requests).toEqual([{ job, pages: 1 }])
})

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
