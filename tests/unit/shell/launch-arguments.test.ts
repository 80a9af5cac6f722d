import { createRequire } from 'node:module'
import { expect, it } from 'vitest'

interface LaunchArguments {
  parseLaunchArguments(given: readonly string[], cwd: string): unknown
}
const { parseLaunchArguments }: LaunchArguments = createRequire(import.meta.url)(
  '../../shell/launch-arguments.cjs',
)

it('reads what Playwright passes before the app, and the program’s switches after it', () => {
  const given = [
    '-r',
    '/pw/loader.js',
    '--no-sandbox',
    '--inspect=0',
    '--remote-debugging-port=0',
    '.',
    '--unit=a=b',
    'x.xlsx',
  ]
  expect(parseLaunchArguments(given, '/repo')).toEqual({
    appPath: '/repo',
    requires: ['/pw/loader.js'],
    inspectPort: 0,
    switches: new Map([
      ['no-sandbox', ''],
      ['remote-debugging-port', '0'],
      ['unit', 'a=b'],
    ]),
  })
})

it('takes the current folder when no app is named, and leaves the inspector closed', () => {
  expect(parseLaunchArguments([], '/repo')).toEqual({
    appPath: '/repo',
    requires: [],
    inspectPort: null,
    switches: new Map(),
  })
})

it('does not take a switch after the app for one of Node’s own', () => {
  expect(parseLaunchArguments(['app', '--inspect=1', '-r', 'x'], '/repo')).toEqual({
    appPath: '/repo/app',
    requires: [],
    inspectPort: null,
    switches: new Map([['inspect', '1']]),
  })
})
