/** Pinyin initials of a text in lower case (金卓新材料 gives jzxcl); other letters and digits stay. */
export type Initials = (text: string) => string

let loading: Promise<Initials> | null = null

/** The dictionary is 461 kB: it is loaded when something is first searched. Results are kept for the session. */
export function loadInitials(): Promise<Initials> {
  loading ??= import('pinyin-pro').then(({ pinyin }) => {
    const known = new Map<string, string>()
    return (text) => {
      const before = known.get(text)
      if (before !== undefined) return before
      const initials = pinyin(text, {
        pattern: 'first',
        toneType: 'none',
        type: 'array',
        nonZh: 'consecutive',
      })
      const joined = initials.join('').toLowerCase()
      known.set(text, joined)
      return joined
    }
  })
  return loading
}
