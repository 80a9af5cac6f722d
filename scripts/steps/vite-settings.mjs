import { builtinModules } from 'node:module'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { runnerImport } from 'vite'
import { ROOT } from './run.mjs'

/** Replaced by the main process with the nonce of each load (src-main/app/content-security-policy.ts). */
const NONCE_PLACEHOLDER = '__CSP_NONCE__'

const NODE = [...builtinModules, /^node:/]

/** One chunk, so that zod is told not to probe `new Function` before the first chunk with a schema runs. */
const ZOD_WITH_ITS_SETTING = {
  name: 'zod',
  test: /[\\/]node_modules[\\/]zod[\\/]|[\\/]zod-without-eval\.ts$/,
}

/**
 * The whole Vite configuration of one target. Everything is bundled except Node's and Electron's own modules.
 * @param {import('./build-targets.mjs').Target} target
 * @returns {Promise<import('vite').InlineConfig>}
 */
export async function viteSettings(target) {
  const base = { configFile: false, root: ROOT, logLevel: 'warn', publicDir: false }
  if (target.kind === 'renderer') return { ...base, ...rendererSettings(target) }
  const isEsm = target.kind === 'cli' || target.kind === 'bench'
  return {
    ...base,
    define: target.kind === 'preload' ? await contractNames() : {},
    build: {
      ssr: true,
      target: 'node20',
      outDir: target.outDir,
      emptyOutDir: true,
      minify: false,
      sourcemap: false,
      rolldownOptions: {
        input: target.entries,
        external: [...NODE, 'electron'],
        output: {
          format: isEsm ? 'esm' : 'cjs',
          entryFileNames: isEsm ? '[name].mjs' : '[name].cjs',
          chunkFileNames: isEsm ? 'chunks/[name]-[hash].mjs' : 'chunks/[name]-[hash].cjs',
        },
      },
    },
    ssr: { noExternal: true, external: ['electron'], target: 'node' },
  }
}

/** @param {import('./build-targets.mjs').Target} target */
function rendererSettings(target) {
  return {
    root: join(ROOT, 'src-renderer'),
    base: './',
    publicDir: join(ROOT, 'assets', 'icons'),
    plugins: [react()],
    html: { cspNonce: NONCE_PLACEHOLDER },
    build: {
      // The Chromium of Electron 45; Debian's is of the same age.
      target: 'chrome140',
      outDir: target.outDir,
      emptyOutDir: true,
      // Inlined files would be data: addresses, which the policy allows for pictures and fonts only.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: target.entries,
        output: { codeSplitting: { groups: [ZOD_WITH_ITS_SETTING] } },
      },
    },
  }
}

/** Channel and event names of the contract as constants, so that the preload needs no schema library. */
async function contractNames() {
  const load = async (path) =>
    (await runnerImport(join(ROOT, path), { configFile: false, root: ROOT })).module
  const { contract } = await load('src-shared/ipc/contract.ts')
  const { events } = await load('src-shared/ipc/events.ts')
  return {
    CHANNEL_NAMES: JSON.stringify(Object.keys(contract)),
    EVENT_NAMES: JSON.stringify(Object.keys(events)),
  }
}
