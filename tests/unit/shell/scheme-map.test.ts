import { createRequire } from 'node:module'
import { beforeEach, expect, it } from 'vitest'

interface SchemeMap {
  readonly schemes: Set<string>
  toPage(url: string): string
  toMain(url: string): string
  origin(url: string): string
  policyToPage(policy: string): string
}
const { SchemeMap: Subject }: { SchemeMap: new () => SchemeMap } = createRequire(import.meta.url)(
  '../../shell/scheme-map.cjs',
)

let map: SchemeMap
beforeEach(() => {
  map = new Subject()
  map.schemes.add('app')
})

it.each([
  ['app://bundle/index.html?a=1#/b', 'https://bundle.app.localhost/index.html?a=1#/b'],
  ['app://bundle/', 'https://bundle.app.localhost/'],
  ['https://example.com/app://bundle/', 'https://example.com/app://bundle/'],
  ['file:///tmp/x', 'file:///tmp/x'],
])('%s is %s in the page, and back', (main, page) => {
  expect([map.toPage(main), map.toMain(page)]).toEqual([page, main])
})

it('does not take a host that only looks like ours, or an unregistered scheme, for the program’s own', () => {
  const foreign = [
    'https://bundle.app.localhost.example.com/',
    'https://bundle.other.localhost/',
    'http://bundle.app.localhost/',
    'https://bundle.app.localhost:8443/',
  ]
  expect(foreign.map((url) => map.toMain(url))).toEqual(foreign)
})

it('gives the origin the main process would see', () => {
  expect([map.origin('app://bundle/x'), map.origin('https://a.example/x'), map.origin('')]).toEqual([
    'app://bundle',
    'https://a.example',
    'null',
  ])
})

it('translates the scheme in a policy and nothing that merely contains its letters', () => {
  const policy = "default-src app: 'self'; img-src data: app://bundle; report-uri /app:x myapp:"
  expect(map.policyToPage(policy)).toBe(
    "default-src https://*.app.localhost 'self'; img-src data: https://bundle.app.localhost; report-uri /app:x myapp:",
  )
})
