// Writes the published vectors of docs/bundle-format.md into tests/fixtures/bundles. Run it only when the format
// changes on purpose: tests/unit/src-main/bundles/vectors.test.ts compares the stored files with what we make.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = `${root}tests/fixtures/bundles`
const load = async (path) => (await runnerImport(`${root}${path}`, { root, configFile: false })).module

const vectors = await load('tests/support/bundle-vectors.ts')
mkdirSync(folder, { recursive: true })
for (const [name, text] of await vectors.bundleVectors()) {
  writeFileSync(`${folder}/${name}`, text)
  console.log(name)
}

// Encryption draws a random IV: the key file is made once and then kept.
const keyFile = `${folder}/key-file-preparer.json`
if (!existsSync(keyFile)) {
  const { sealKey } = await load('src-main/bundles/key-file.ts')
  const salt = vectors.testSeed('salt').subarray(0, 16)
  writeFileSync(keyFile, await sealKey(vectors.preparer, vectors.KEY_PASSPHRASE, vectors.SIGNED_AT, salt))
  console.log('key-file-preparer.json')
}
