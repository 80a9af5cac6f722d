import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { build } from 'vite'
import { chromiumPath } from './ensure-system-packages.mjs'
import { fail, ROOT } from './run.mjs'

/** Bundles tests/bench/pages.bench.ts, runs it in a page of the system's Chromium, prints its rows as JSON. */
const ORIGIN = 'https://bench.localhost'
const LIMIT_MS = 20 * 60_000

const executablePath = chromiumPath()
if (executablePath === null) fail('The pages benchmark needs Chromium (apt-get install chromium).')

const folder = mkdtempSync(join(tmpdir(), 'pbz-bench-'))
try {
  writeFileSync(
    join(folder, 'entry.js'),
    `import { pagesAgainstRows } from ${JSON.stringify(join(ROOT, 'tests', 'bench', 'pages.bench.ts'))}\n` +
      'globalThis.rows = () => pagesAgainstRows()\n',
  )
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    build: {
      target: 'chrome140',
      outDir: join(folder, 'out'),
      rolldownOptions: { input: join(folder, 'entry.js'), output: { entryFileNames: 'bench.js' } },
    },
  })
  console.log(JSON.stringify(await measured(readFileSync(join(folder, 'out', 'bench.js'), 'utf8'))))
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** A profile on disk, so that IndexedDB writes what it would write for the program. */
async function measured(script) {
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
  })
  try {
    const page = await context.newPage()
    await page.route(`${ORIGIN}/**`, (route) => {
      const isScript = route.request().url().endsWith('.js')
      return route.fulfill(
        isScript
          ? { contentType: 'text/javascript', body: script }
          : { contentType: 'text/html', body: '<script type="module" src="bench.js"></script>' },
      )
    })
    await page.goto(`${ORIGIN}/`)
    await page.waitForFunction(() => 'rows' in globalThis)
    page.setDefaultTimeout(LIMIT_MS)
    return await page.evaluate(() => globalThis.rows())
  } finally {
    await context.close()
  }
}
