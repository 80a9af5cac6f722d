import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  launchFixture,
  type RunningFixture,
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

describe('contextBridge', () => {
  it('gives the page a copy: what the page changes stays in the page', async () => {
    const seen = await running.page.evaluate(() => {
      const mine = window.fixture.readCounters()
      mine.calls = 99
      mine.list.push(4)
      return { mine, theirs: window.fixture.readCounters() }
    })
    expect(seen).toEqual({
      mine: { calls: 99, list: [1, 2, 3, 4] },
      theirs: { calls: 0, list: [1, 2, 3] },
    })
  })

  it('gives the preload a copy: what it changes does not reach the argument of the page', async () => {
    const seen = await running.page.evaluate(() => {
      const argument = { name: '甲公司' }
      return { argument, result: window.fixture.fill(argument) }
    })
    expect(seen).toEqual({ argument: { name: '甲公司' }, result: { name: '甲公司', filled: true } })
  })

  it('freezes what it exposes, at every depth', async () => {
    const frozen = await running.page.evaluate(() => {
      const { fixture } = window
      const own = Object.getOwnPropertyDescriptor(window, 'fixture')
      return [
        Object.isFrozen(fixture),
        Object.isFrozen(fixture.counters.list),
        own?.writable,
        own?.configurable,
      ]
    })
    expect(frozen).toEqual([true, true, false, false])
  })

  it('carries bytes as bytes', async () => {
    const text = await running.page.evaluate(() => window.fixture.describe(new Uint8Array([1, 2, 3])))
    expect(text).toBe('[object Uint8Array] 3')
  })

  it('keeps only the message of a thrown error', async () => {
    const error = await running.page.evaluate(() => {
      try {
        window.fixture.fail()
        return null
      } catch (thrown) {
        return {
          isError: thrown instanceof Error,
          message: String(thrown),
          keys: Object.keys(Object(thrown)),
        }
      }
    })
    expect(error).toEqual({ isError: true, message: 'Error: refused', keys: [] })
  })

  it('lets an instance of a class across without its methods: ipcRenderer has no powers in the page', async () => {
    const ipc = await running.page.evaluate(() => Object.keys(window.fixture.ipc))
    expect(ipc).toEqual([])
  })

  it('refuses symbols', async () => {
    const attempt = running.page.evaluate(() => window.fixture.fill({ key: Symbol('x') }))
    await expect(attempt).rejects.toThrow('An object could not be cloned.')
  })
})

describe('the page world', () => {
  it('has neither require nor ipcRenderer nor process nor the binding', async () => {
    const kinds = await running.page.evaluate(() =>
      [
        'require',
        'ipcRenderer',
        'process',
        'module',
        'Buffer',
        '__standInSend',
        '__standInReceive',
        'createContextBridge',
      ].filter((name) => name in window),
    )
    expect(kinds).toEqual([])
  })

  it('cannot reach the preload by patching prototypes', async () => {
    const joined = await running.page.evaluate(() => {
      const { map, join } = Array.prototype
      const { toUpperCase } = String.prototype
      const patched: string[] = []
      Array.prototype.map = function spy() {
        patched.push('map')
        return []
      }
      Array.prototype.join = () => 'stolen'
      String.prototype.toUpperCase = () => 'STOLEN'
      try {
        return { result: window.fixture.joined(['a', 'b']), patched }
      } finally {
        Object.assign(Array.prototype, { map, join })
        Object.assign(String.prototype, { toUpperCase })
      }
    })
    expect(joined).toEqual({ result: 'A-B', patched: [] })
  })

  it('sees no message of the bridge after patching the event classes', async () => {
    const overheard = await running.page.evaluate(() => {
      const heard: unknown[] = []
      const dispatch = EventTarget.prototype.dispatchEvent
      const detail = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')
      EventTarget.prototype.dispatchEvent = function spy(event) {
        heard.push(event.type)
        return dispatch.call(this, event)
      }
      Object.defineProperty(CustomEvent.prototype, 'detail', {
        configurable: true,
        get: () => heard.push('detail'),
      })
      const result = window.fixture.joined(['x'])
      EventTarget.prototype.dispatchEvent = dispatch
      Object.defineProperty(CustomEvent.prototype, 'detail', Object(detail))
      return { heard, result }
    })
    expect(overheard).toEqual({ heard: [], result: 'X' })
  })

  it('gives the preload a world with require, and names the runtime', async () => {
    const world = await running.page.evaluate(() => window.fixture.world)
    expect(world).toEqual({
      require: 'function',
      versions: {
        electron: expect.stringMatching(/^\d+\.\d+\.\d+-standin$/),
        chrome: expect.stringMatching(/^\d+\./),
        node: process.versions.node,
      },
    })
  })
})
