export interface GuardOptions {
  /** Developer tools load their own pages; never in a packed program. */
  readonly allowDevtools: boolean
}

/** The program has no network: only its own pages and content that is already in memory may be requested. */
export function isAllowedRequest(url: string, options: GuardOptions = { allowDevtools: false }): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host, username, password } = new URL(url)
  // Such an address holds its content itself and reaches nothing; the styles use it for small pictures.
  if (protocol === 'data:') return true
  if (protocol === 'app:') return host === 'bundle' && username === '' && password === ''
  return protocol === 'devtools:' && options.allowDevtools
}
