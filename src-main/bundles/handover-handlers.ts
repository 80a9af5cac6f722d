import { join } from 'node:path'
import { BUNDLE_LIMITS } from '#shared/bundle/bundle-file.ts'
import { checkBody } from '#shared/bundle/check-body.ts'
import { handoverFolderName } from '#shared/bundle/handover.ts'
import type { Manifest } from '#shared/bundle/manifest.ts'
import { readBundle } from '#shared/bundle/read-bundle.ts'
import type { ReportBody } from '#shared/bundle/report-body.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { FileToken } from '#shared/ipc/channel.ts'
import type { Handlers, Reply, Request } from '#shared/ipc/contract.ts'
import type { handoverChannels } from '#shared/ipc/handover-channels.ts'
import { reportDifference } from '#shared/report/report-difference.ts'
import { isSameReport } from '#shared/report/same-report.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Sheet } from '#shared/sheets/sheet.ts'
import type { ReportProgress, Tasks } from '../app/tasks.ts'
import { displayName, writeFailure } from '../files/file-failures.ts'
import { folderRef } from '../files/file-handlers.ts'
import type { FileSystem } from '../files/file-system.ts'
import type { FileTokens } from '../files/file-tokens.ts'
import { readToken } from '../files/read-file.ts'
import { nodeBundleCrypto } from './crypto-suite.ts'
import { writeHandoverFolder } from './handover-folder.ts'

export interface HandoverDeps {
  readonly fs: FileSystem
  readonly tokens: FileTokens
  readonly tasks: Pick<Tasks, 'run'>
  readonly toPdf: (
    sheets: readonly Sheet[],
    signal: AbortSignal,
    report: ReportProgress,
  ) => Promise<Result<Uint8Array, AppError>>
}

type HandoverHandlers = Pick<Handlers, keyof typeof handoverChannels>

/** What is read from and written beside a signed file of this unit. */
export function handoverHandlers(deps: HandoverDeps): HandoverHandlers {
  return {
    'bundle:contents': async ({ token }) => {
      const signed = await signedFile(deps, token)
      if (!signed.ok) return signed
      const { figures, overrides, contacts } = signed.value.body
      const signers = signed.value.manifest.signers.map(({ kid }) => kid)
      return ok({ figures, overrides, contacts, signers })
    },
    'bundle:difference': async ({ token, earlier }) => {
      const before = await signedFile(deps, earlier)
      if (!before.ok) return before
      const now = await signedFile(deps, token)
      return now.ok ? ok(reportDifference(before.value.body, now.value.body)) : now
    },
    'bundle:still-signed': async ({ token, body }) => {
      const signed = await signedFile(deps, token)
      return signed.ok ? ok(isSameReport(signed.value.body, parsed(body))) : signed
    },
    'bundle:handover': (request) =>
      deps.tasks.run(request.task, (signal, report) => handOver(deps, request, signal, report)),
  }
}

async function handOver(
  deps: HandoverDeps,
  request: Request<'bundle:handover'>,
  signal: AbortSignal,
  report: ReportProgress,
): Promise<Reply<'bundle:handover'>> {
  const folder = deps.tokens.resolve(request.folder)
  if (folder?.kind !== 'folder') return err({ code: 'file.token-unknown' })
  const signed = await signedFile(deps, request.token)
  if (!signed.ok) return signed
  if (!isSameReport(signed.value.body, parsed(request.body))) return err({ code: 'bundle.records-changed' })
  const { unitName, sheets, context, supersedes } = request
  const unfit = await targetProblem(deps.fs, folder.path, handoverFolderName(unitName, context.period.id))
  if (unfit !== null) return err(unfit)
  const written = await writeHandoverFolder(
    deps.fs,
    { parent: folder.path, unitName, signed: signed.value.bytes, sheets, context, supersedes },
    (some) => deps.toPdf(some, signal, report),
  )
  if (!written.ok) return written
  const { path, name, files, bytes, splitHint, mail, cover } = written.value
  const ref = { ...folderRef(deps.tokens, path), name }
  return ok({ folder: ref, files: files.map((file) => ({ ...file })), bytes, splitHint, mail, cover })
}

/** What is wrong with the place before the pages are laid out, which takes seconds; writing checks again. */
async function targetProblem(fs: FileSystem, parent: string, name: string): Promise<AppError | null> {
  try {
    if (!(await fs.exists(parent))) return { code: 'file.not-found', fileName: displayName(parent) }
    return (await fs.exists(join(parent, name))) ? { code: 'file.already-exists', folder: name } : null
  } catch (error) {
    return writeFailure(error, join(parent, name), parent)
  }
}

interface SignedFile {
  readonly bytes: Uint8Array
  readonly manifest: Manifest
  readonly body: ReportBody
}

async function signedFile(
  { fs, tokens }: HandoverDeps,
  token: FileToken,
): Promise<Result<SignedFile, AppError>> {
  const file = await readToken(fs, tokens, token, BUNDLE_LIMITS.megabytes)
  if (!file.ok) return file
  const { bytes } = file.value
  const read = readBundle(bytes, nodeBundleCrypto)
  if (!read.ok) return read
  const body = checkBody(read.value, nodeBundleCrypto)
  return body.ok ? ok({ bytes, manifest: read.value.manifest, body: body.value }) : body
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
