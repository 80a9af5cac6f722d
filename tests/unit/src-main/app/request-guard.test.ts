import { expect, test } from 'vitest'
import { isAllowedRequest } from '#main/app/request-guard.ts'

test.each(['app://bundle/index.html', 'app://bundle/assets/index-a1.js?v=1#x', 'data:image/png;base64,AAAA'])(
  '%s is ours',
  (url) => {
    expect(isAllowedRequest(url)).toBe(true)
  },
)

test.each([
  'https://example.com/',
  'http://127.0.0.1:8080/',
  'http://localhost/',
  'ws://localhost/',
  'wss://example.com/',
  'ftp://example.com/',
  'file:///etc/passwd',
  'file://server/share/x',
  'app://other/index.html',
  'app://bundle.example.com/',
  'app://bundle:81/',
  'app://user:word@bundle/',
  'chrome://settings/',
  'chrome-extension://abc/x.js',
  'devtools://devtools/bundled/inspector.html',
  'javascript:alert(1)',
  'about:blank',
  'blob:app://bundle/3f2b8c1e',
  'bundle/index.html',
  '',
])('%j is refused', (url) => {
  expect(isAllowedRequest(url)).toBe(false)
})

test('developer tools load their own pages in an unpacked program, and still nothing else', () => {
  const options = { allowDevtools: true }
  expect(isAllowedRequest('devtools://devtools/bundled/inspector.html', options)).toBe(true)
  expect(isAllowedRequest('https://chrome-devtools-frontend.appspot.com/', options)).toBe(false)
})
