import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  launchFixture,
  type RunningFixture,
  readSeen,
  removeFolder,
  START_MS,
  temporaryFolder,
} from './fixture-launch.ts'

let userData: string
let running: RunningFixture

beforeAll(async () => {
  userData = await temporaryFolder()
  running = await launchFixture(userData)
}, START_MS)
afterAll(async () => {
  await running.app.close()
  await removeFolder(userData)
})

describe('ipcMain.handle', () => {
  it('is told the address and origin of the sending page in the program’s own scheme', async () => {
    const reply = await running.page.evaluate(() => window.fixture.call('describe', new Uint8Array([1, 2])))
    expect({ reply, senders: (await readSeen(running.app)).senders }).toEqual({
      reply: { type: '[object Uint8Array]', length: 2 },
      senders: [{ url: 'app://bundle/page.html', origin: 'app://bundle' }],
    })
  })

  it('is told the address after a navigation within the document', async () => {
    await running.page.evaluate(() => {
      location.hash = '#/enterprises'
      return window.fixture.call('describe', '')
    })
    expect((await readSeen(running.app)).senders.at(-1)?.url).toBe('app://bundle/page.html#/enterprises')
  })

  it('carries the types of structured clone both ways', async () => {
    const kept = await running.page.evaluate(async () => {
      const sent = {
        nothing: undefined,
        none: null,
        big: 12n,
        nan: Number.NaN,
        minusZero: -0,
        date: new Date(0),
        map: new Map([['k', new Set([1])]]),
        bytes: new Uint8Array([0, 255]),
        floats: new Float64Array([1.5]),
        buffer: new Uint8Array([7]).buffer,
        $: 'a key like the tag',
        list: ['岳阳', '\u0000', '\ud83d\ude00'],
        proto: JSON.parse('{"__proto__": 1}'),
      }
      const got = Object(await window.fixture.call('echo', sent))
      return [
        'nothing' in got && got.nothing === undefined,
        got.none === null,
        got.big === 12n,
        Number.isNaN(got.nan),
        Object.is(got.minusZero, -0),
        got.date.getTime() === 0,
        got.map.get('k').has(1),
        got.bytes instanceof Uint8Array && got.bytes[1] === 255,
        got.floats instanceof Float64Array && got.floats[0] === 1.5,
        got.buffer instanceof ArrayBuffer && got.buffer.byteLength === 1,
        got.$ === 'a key like the tag',
        got.list.join('|') === '岳阳|\u0000|\ud83d\ude00',
        Object.hasOwn(got.proto, '__proto__'),
      ]
    })
    expect(kept).toEqual(Array.from({ length: 13 }, () => true))
  })

  it('carries ten megabytes and keeps their order with small messages', async () => {
    const answers = await running.page.evaluate(async () => {
      const large = new Uint8Array(10_000_000).map((_, i) => i % 251)
      const replies = await Promise.all([
        window.fixture.call('echo', large),
        window.fixture.call('echo', 'after'),
      ])
      const bytes = replies[0] as Uint8Array
      return { length: bytes.length, isSame: bytes.every((byte, i) => byte === large[i]), after: replies[1] }
    })
    expect(answers).toEqual({ length: 10_000_000, isSame: true, after: 'after' })
  })

  it('rejects with the message of the error and nothing else of it', async () => {
    const error = await running.page.evaluate(() =>
      window.fixture.call('fail').catch((thrown) => ({ message: thrown.message, code: thrown.code })),
    )
    expect(error).toEqual({
      message: "Error invoking remote method 'fail': Error: no such record",
      code: undefined,
    })
  })

  it('rejects a channel nobody handles', async () => {
    const message = await running.page.evaluate(() =>
      window.fixture.call('unknown').catch((thrown) => thrown.message),
    )
    expect(message).toBe("Error invoking remote method 'unknown': Error: No handler registered for 'unknown'")
  })
})

it('one-way messages reach ipcMain.on, and a listener that unsubscribed hears nothing more', async () => {
  const heard = await running.page.evaluate(async () => {
    const texts: string[] = []
    const first = new Promise<void>((resolve) => {
      const stop = window.fixture.onNoted(({ text }) => {
        texts.push(text)
        stop()
        resolve()
      })
    })
    window.fixture.note('one')
    await first
    window.fixture.note('two')
    await window.fixture.call('echo', null)
    return texts
  })
  expect({ heard, notes: (await readSeen(running.app)).notes }).toEqual({
    heard: ['one'],
    notes: ['one', 'two'],
  })
})

it('a utility process gets the message, answers with structured clone, keeps its memory limit and dies by kill', async () => {
  const result = await running.page.evaluate(() => window.fixture.call('child', new Uint8Array([1, 2, 3])))
  expect(result).toEqual({
    answer: { sum: 6, kind: 'Uint8Array', argument: '--from-main', limited: true, type: 'utility' },
    exitCode: 15,
    pidAfterExit: undefined,
  })
})
