/** Written into the built index.html wherever the nonce of this load belongs. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__'

/** Content-Security-Policy for one load of the page; `nonce` is base64. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** The page with the nonce of this load, as the policy in the header names it. */
export function pageWithNonce(html: string, nonce: string): string {
  return html.replaceAll(NONCE_PLACEHOLDER, nonce)
}
