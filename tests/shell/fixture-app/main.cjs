'use strict'
// A small program that uses what the county desk uses of Electron; the tests look at it from outside.
const path = require('node:path')
const { pathToFileURL } = require('node:url')
const { app, BrowserWindow, ipcMain, net, protocol, session, utilityProcess } = require('electron')

/** What the tests read through `app.evaluate`. */
const seen = {
  blocked: [],
  senders: [],
  secondLaunches: [],
  windowOpens: [],
  permissions: [],
  navigations: [],
  notes: [],
}
globalThis.seen = seen

app.setPath('logs', path.join(app.getPath('userData'), 'own-logs'))
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
])

if (!app.requestSingleInstanceLock()) app.quit()
else {
  app.on('second-instance', (_event, argv, cwd) => seen.secondLaunches.push({ argv, cwd }))
  app.whenReady().then(openWindow)
}

ipcMain.handle('echo', (_event, value) => value)
ipcMain.handle('describe', (event, value) => {
  seen.senders.push({ url: event.senderFrame.url, origin: event.senderFrame.origin })
  return { type: Object.prototype.toString.call(value), length: value?.length ?? null }
})
ipcMain.handle('fail', () => {
  throw Object.assign(new Error('no such record'), { code: 'E_SECRET' })
})
ipcMain.on('note', (event, text) => {
  seen.notes.push(text)
  event.reply('noted', { text })
})
ipcMain.handle('child', (_event, value) => askChild(value))

function askChild(value) {
  const child = utilityProcess.fork(path.join(__dirname, 'child.cjs'), ['--from-main'], {
    execArgv: ['--max-old-space-size=64'],
    serviceName: 'fixture',
  })
  child.postMessage(value)
  return new Promise((resolve) =>
    child.once('message', (answer) => {
      child.once('exit', (code) => resolve({ answer, exitCode: code, pidAfterExit: child.pid }))
      child.kill()
    }),
  )
}

async function openWindow() {
  protocol.handle('app', (request) => {
    const { host, pathname } = new URL(request.url)
    if (host !== 'bundle') return new Response('unknown host', { status: 404 })
    if (pathname === '/posted')
      return request.text().then((text) => Response.json({ method: request.method, text }))
    return net.fetch(pathToFileURL(path.join(__dirname, pathname)).href)
  })
  session.defaultSession.webRequest.onBeforeRequest(({ url }, callback) => {
    const cancel = !/^(app:\/\/bundle\/|devtools:)/.test(url)
    if (cancel) seen.blocked.push(url)
    callback({ cancel })
  })
  session.defaultSession.webRequest.onHeadersReceived(({ responseHeaders }, callback) => {
    const policy = "default-src 'self' app:; connect-src *; style-src 'self'"
    callback({ responseHeaders: { ...responseHeaders, 'content-security-policy': [policy] } })
  })
  session.defaultSession.setPermissionRequestHandler((_contents, permission, callback) => {
    seen.permissions.push(permission)
    callback(false)
  })
  const window = new BrowserWindow({
    width: 1000,
    height: 700,
    show: false,
    webPreferences: { preload: path.join(__dirname, 'preload.cjs'), sandbox: true, contextIsolation: true },
  })
  window.webContents.setWindowOpenHandler(({ url }) => {
    seen.windowOpens.push(url)
    return { action: 'deny' }
  })
  window.webContents.on('will-navigate', (event, url) => {
    seen.navigations.push(url)
    event.preventDefault()
  })
  window.once('ready-to-show', () => window.show())
  await window.loadURL('app://bundle/page.html')
}

app.on('window-all-closed', () => app.quit())
