import { defineConfig } from 'vitest/config'

/** Two projects: `unit` mirrors the sources, `property` holds the laws. PBZ_RUNS raises fast-check's runs. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 60_000 } },
      { test: { name: 'property', include: ['tests/property/**/*.test.ts'], testTimeout: 300_000 } },
    ],
  },
})
