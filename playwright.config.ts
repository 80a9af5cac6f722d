import { defineConfig } from '@playwright/test'

/** One window at a time: the specs drive the whole program, on Electron or on the stand-in (tests/shell/README.md). */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  timeout: 120_000,
  // A window on a busy machine without a graphics card takes seconds; nothing here measures time.
  expect: { timeout: 20_000 },
  workers: 1,
  retries: 0,
  fullyParallel: false,
  forbidOnly: true,
  reporter: 'list',
})
