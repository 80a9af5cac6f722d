import { readdirSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { packedName, segmentName } from '#main/journal/segment-header.ts'
import type { Database, PageBlock } from '#renderer/db/database.ts'
import type { Workspace } from '#renderer/workspace/workspace.ts'
import { RecordType } from '#shared/records/dictionary.ts'
import { value } from '../unit/src-main/journal/journal-fixture.ts'
import { DeskPc } from '../unit/src-renderer/workspace/desktop-fixture.ts'
import { writeReleaseStory } from './release-story.ts'

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url))
const RELEASES = join(FIXTURES, 'releases')

/** Folders of frozen data, one for each number of the data dictionary that was released. */
export function releases(): readonly string[] {
  return readdirSync(RELEASES)
    .filter((name) => /^v\d+$/.test(name))
    .toSorted()
}

export function releasedFile(release: string, name: string): Promise<Uint8Array> {
  return readFile(join(RELEASES, release, name))
}

export async function releasedJson<T>(release: string, name: string): Promise<T> {
  return JSON.parse(Buffer.from(await releasedFile(release, name)).toString('utf8')) as T
}

/** A PC to which the data folder of a release was copied; it has no working copy and is another station. */
export async function deskOfRelease(release: string): Promise<DeskPc> {
  const pc = new DeskPc()
  const folder = join(RELEASES, release, 'journal')
  for (const name of (await readdir(folder)).toSorted())
    pc.files.put(name, new Uint8Array(await readFile(join(folder, name))))
  return pc
}

/** Everything the screens can tell of a workspace. */
export function tellAll(workspace: Workspace): unknown {
  const records = RecordType.options.map((type) => [type, workspace.records.all(type)])
  return plain({ records: Object.fromEntries(records), log: workspace.log() })
}

/** The rows of a working copy as JSON. */
export interface FrozenCopy {
  readonly pages: readonly unknown[]
  readonly blocks: readonly { readonly key: string; readonly base64: string }[]
  readonly edits: readonly unknown[]
  readonly meta: readonly unknown[]
}

export async function copyOf(database: Database): Promise<FrozenCopy> {
  const blocks = await database.blocks.toArray()
  return plain({
    pages: await database.pages.toArray(),
    blocks: blocks.map(({ key, records }) => ({ key, base64: Buffer.from(records).toString('base64') })),
    edits: await database.edits.toArray(),
    meta: await database.meta.toArray(),
  })
}

export async function putCopy(database: Database, copy: FrozenCopy): Promise<void> {
  const blocks = copy.blocks.map(
    ({ key, base64 }): PageBlock => ({ key, records: new Uint8Array(Buffer.from(base64, 'base64')) }),
  )
  await database.pages.bulkPut(copy.pages as never)
  await database.blocks.bulkPut(blocks)
  await database.edits.bulkPut(copy.edits as never)
  await database.meta.bulkPut(copy.meta as never)
}

/** Writes down for ever what the program of today keeps: journal, working copy, signed files, and what they mean. */
export async function freezeRelease(release: string): Promise<void> {
  const folder = join(RELEASES, release)
  const pc = new DeskPc()
  // Several segments, and one that is compressed.
  pc.pace = { segmentBytes: 3000 }
  await writeReleaseStory(pc)
  packFirst(pc)
  await (await pc.opened()).close()
  const workspace = await pc.started()
  await mkdir(join(folder, 'journal'), { recursive: true })
  for (const name of pc.files.names()) await writeFile(join(folder, 'journal', name), pc.files.bytes(name))
  await writeJson(join(folder, 'expected.json'), tellAll(workspace))
  await writeJson(join(folder, 'working-copy.json'), await copyOf(pc.database()))
  await writeJson(join(folder, 'marker.json'), pc.marker.marker)
  const written = value(await (await pc.opened()).written({}))
  await writeJson(
    join(folder, 'edits.json'),
    written.map(({ edit }) => edit),
  )
  await cp(join(FIXTURES, 'bundles'), join(folder, 'bundles'), { recursive: true })
}

function packFirst(pc: DeskPc): void {
  const packed = gzipSync(pc.files.bytes(segmentName(1)))
  pc.files.medium.erase(`${pc.files.folder}/${segmentName(1)}`)
  pc.files.put(packedName(1), new Uint8Array(packed))
}

async function writeJson(path: string, content: unknown): Promise<void> {
  await writeFile(path, `${JSON.stringify(content, null, 1)}\n`)
}

function plain<T>(content: T): T {
  return JSON.parse(JSON.stringify(content)) as T
}
