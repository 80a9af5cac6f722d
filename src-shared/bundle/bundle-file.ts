import { z } from 'zod'
import { FORMAT } from './manifest.ts'

const Base64Url = z.string().regex(/^[A-Za-z0-9_-]*$/)

/** The file as JSON.parse gives it: a General JWS (RFC 7515, 7.2.1) without unprotected headers, and the body. */
export const BundleFile = z.strictObject({
  format: z.literal(FORMAT),
  manifest: z.strictObject({
    payload: Base64Url,
    signatures: z.array(z.strictObject({ protected: Base64Url, signature: Base64Url })).max(8),
  }),
  body: z.string(),
})
export type BundleFile = z.infer<typeof BundleFile>
export type BundleSignature = BundleFile['manifest']['signatures'][number]

/** The one spelling of a file: members in this order, no spaces. */
export function encodeBundleFile(file: BundleFile): string {
  return JSON.stringify({
    format: file.format,
    manifest: {
      payload: file.manifest.payload,
      signatures: file.manifest.signatures.map((s) => ({ protected: s.protected, signature: s.signature })),
    },
    body: file.body,
  })
}

/** True when every member stands in its one place; the byte-exact rule has fixed the rest. */
export function hasFixedOrder(file: BundleFile): boolean {
  const { manifest } = file
  return (
    Object.keys(file).join() === 'format,manifest,body' &&
    Object.keys(manifest).join() === 'payload,signatures' &&
    manifest.signatures.every((one) => Object.keys(one).join() === 'protected,signature')
  )
}

export const BUNDLE_LIMITS = {
  megabytes: 256,
  payloadCharacters: 2_000_000,
  fileDepth: 6,
  manifestDepth: 6,
  headerDepth: 2,
  bodyDepth: 8,
} as const
