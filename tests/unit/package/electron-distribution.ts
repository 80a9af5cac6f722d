import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'

/** Marks the fuses in an Electron binary (@electron/fuses, constants); then version 1, eight fuses, all on ("1"). */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSES_ON = Buffer.concat([
  Buffer.from(FUSE_SENTINEL, 'latin1'),
  Buffer.from([1, 8]),
  Buffer.from('11111111'),
])

const US_ENGLISH = { lang: 1033, codepage: 1200 }

/** Writes a folder that electron-builder takes for an unpacked Electron, with a fuse wire to be set. */
export async function writeStubDistribution(folder: string, platform: 'linux' | 'win'): Promise<void> {
  await mkdir(join(folder, 'locales'), { recursive: true })
  await mkdir(join(folder, 'resources'), { recursive: true })
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html'])
    await writeFile(join(folder, name), 'stub')
  for (const locale of ['zh-CN', 'en-US', 'de'])
    await writeFile(join(folder, 'locales', `${locale}.pak`), 'stub')
  const program = platform === 'win' ? windowsProgram() : Buffer.alloc(64)
  const name = platform === 'win' ? 'electron.exe' : 'electron'
  await writeFile(join(folder, name), Buffer.concat([program, FUSES_ON]), { mode: 0o755 })
}

/** An empty but real Windows program: electron-builder edits the version resource that Electron's own one has. */
function windowsProgram(): Buffer {
  const program = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(program)
  const version = Resource.VersionInfo.createEmpty()
  version.setFileVersion(45, 4, 1, 0, US_ENGLISH.lang)
  version.setStringValues(US_ENGLISH, { ProductName: 'Electron', FileDescription: 'Electron' })
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(program)
  return Buffer.from(program.generate())
}
