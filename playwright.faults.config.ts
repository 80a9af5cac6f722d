import { defineConfig } from '@playwright/test'

/** The whole built program, killed again and again; `scripts/faults.mjs` says how often. */
export default defineConfig({
  testDir: 'tests/faults',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/faults',
  timeout: 7_200_000,
  expect: { timeout: 30_000 },
  workers: 1,
  retries: 0,
  reporter: 'line',
})
