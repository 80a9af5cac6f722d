import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { rendererFiles, rendererPath } from '#main/app/renderer-files.ts'

const ROOT = resolve('/program/out/renderer')
const PAGE = '<meta name="csp-nonce" content="__CSP_NONCE__"><script nonce="__CSP_NONCE__"></script>'

function given() {
  const files = new Map([
    [join(ROOT, 'index.html'), PAGE],
    [join(ROOT, 'assets', 'index.js'), 'const __CSP_NONCE__ = 1'],
    [join(ROOT, 'assets', 'notes.exe'), 'MZ'],
    [resolve('/program/package.json'), '{}'],
  ])
  let loads = 0
  return rendererFiles({
    root: ROOT,
    read: async (path) => {
      const text = files.get(path)
      if (text === undefined) throw new Error(`ENOENT ${path}`)
      return Buffer.from(text)
    },
    nonce: () => `nonce${++loads}`,
  })
}

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'nonce-nonce1'",
  "style-src 'self' 'nonce-nonce1'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

test('the page carries the nonce that its policy names', async () => {
  const response = await given()(new Request('app://bundle/index.html'))
  expect(await response.text()).toBe(PAGE.replaceAll('__CSP_NONCE__', 'nonce1'))
  expect(Object.fromEntries(response.headers)).toEqual({
    'cache-control': 'no-store',
    'content-security-policy': POLICY,
    'content-type': 'text/html; charset=utf-8',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  })
})

test('every load has a nonce of its own', async () => {
  const serve = given()
  await serve(new Request('app://bundle/'))
  const second = await serve(new Request('app://bundle/'))
  expect(await second.text()).toContain('content="nonce2"')
  expect(second.headers.get('content-security-policy')).toContain("'nonce-nonce2'")
})

test('a script is answered as it is, under its own type', async () => {
  const response = await given()(new Request('app://bundle/assets/index.js'))
  expect(await response.text()).toBe('const __CSP_NONCE__ = 1')
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
})

test.each([
  ['a file that is not there', 'app://bundle/gone.js', 'GET', 404],
  ['a type the build does not write', 'app://bundle/assets/notes.exe', 'GET', 404],
  ['a file outside', 'app://bundle/%2e%2e/%2e%2e/package.json', 'GET', 404],
  ['another method', 'app://bundle/index.html', 'POST', 405],
])('%s is refused without content', async (_what, url, method, status) => {
  const response = await given()(new Request(url, { method }))
  expect([response.status, await response.text()]).toEqual([status, ''])
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
})

test.each([
  ['app://bundle/', join(ROOT, 'index.html')],
  ['app://bundle/print.html?job=1#top', join(ROOT, 'print.html')],
  ['app://bundle/assets/%E8%A1%A8.svg', join(ROOT, 'assets', '表.svg')],
])('%s means %s', (address, path) => {
  expect(rendererPath(ROOT, address)).toBe(path)
})

test.each([
  'app://bundle/..%2f..%2fpackage.json',
  'app://bundle/..%5c..%5cpackage.json',
  'app://bundle/assets/..%2f..%2f..%2fetc/passwd',
  'app://bundle/%2e%2e%2fpackage.json',
  'app://bundle//etc/passwd',
  'app://bundle/C:%5cWindows%5cwin.ini',
  'app://bundle/C:/Windows/win.ini',
  'app://bundle/index.html%00.js',
  'app://bundle/.built',
  'app://bundle/%E0%A4%A',
  'app://other/index.html',
  'https://bundle/index.html',
  'index.html',
])('%s means no file of ours', (address) => {
  expect(rendererPath(ROOT, address)).toBeNull()
})
