const LONGEST = 120

/** Names Windows keeps for devices, with or without an extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** Controls, invisible format and direction marks, and what Windows refuses. */
const FORBIDDEN = /[\p{Cc}\p{Cf}<>:"/\\|?*]/gu

/**
 * A plain name that every file system takes: no path, no control or direction marks, no device name,
 * at most 120 characters with the extension kept; `未命名` when nothing is left.
 */
export function safeFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .normalize('NFC')
    .replace(FORBIDDEN, '_')
    .replace(/^\s+|[\s.]+$/gu, '')
  if (plain === '' || /^\.+$/.test(plain)) return '未命名'
  const free = DEVICE.test(plain) ? `_${plain}` : plain
  return shortened(free)
}

function shortened(name: string): string {
  const characters = [...name]
  if (characters.length <= LONGEST) return name
  const dot = characters.lastIndexOf('.')
  const extension = dot > 0 && characters.length - dot <= 12 ? characters.slice(dot) : []
  return [...characters.slice(0, LONGEST - extension.length), ...extension].join('')
}
