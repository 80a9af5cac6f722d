import { extname, join, sep } from 'node:path'
import { contentSecurityPolicy, pageWithNonce } from './content-security-policy.ts'

const MIME: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
}

export interface RendererFilesDeps {
  /** Absolute path of out/renderer. */
  readonly root: string
  readonly read: (path: string) => Promise<Uint8Array>
  /** A fresh base64 nonce for each load. */
  readonly nonce: () => string
}

/** Answers app://bundle/… from out/renderer and from nowhere else. */
export function rendererFiles(deps: RendererFilesDeps): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET') return refused(405)
    const path = rendererPath(deps.root, request.url)
    const type = path === null ? undefined : MIME[extname(path).toLowerCase()]
    if (path === null || type === undefined) return refused(404)
    let bytes: Uint8Array
    try {
      bytes = await deps.read(path)
    } catch {
      return refused(404)
    }
    const nonce = deps.nonce()
    const body = type.startsWith('text/html')
      ? pageWithNonce(Buffer.from(bytes).toString('utf8'), nonce)
      : new Uint8Array(bytes)
    return new Response(body, { headers: headersFor(type, nonce) })
  }
}

/** The file an address means, or null when it is not a file under `root`. */
export function rendererPath(root: string, address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'app:' || url.host !== 'bundle') return null
  let pathname: string
  try {
    pathname = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  const segments = (pathname === '/' ? '/index.html' : pathname).slice(1).split('/')
  if (segments.some(isUnsafeSegment)) return null
  const path = join(root, ...segments)
  return path.startsWith(root + sep) ? path : null
}

/** Dots, backslashes, drive letters and NUL never occur in a name the build writes. */
function isUnsafeSegment(segment: string): boolean {
  return (
    segment === '' ||
    segment.startsWith('.') ||
    /[\\:]/.test(segment) ||
    segment.includes(String.fromCharCode(0))
  )
}

function headersFor(type: string, nonce: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  }
}

function refused(status: number): Response {
  return new Response(null, { status, headers: headersFor('text/plain; charset=utf-8', 'none') })
}
