/** What the first bytes say, whatever the name says. */
export type FileKind = 'zip' | 'ole' | 'biff' | 'text' | { readonly foreign: string }

const SIGNATURES: readonly (readonly [readonly number[], FileKind])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'zip'],
  [[0x50, 0x4b, 0x05, 0x06], 'zip'],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'ole'],
  // A BIFF stream without its OLE container (Excel 2 to 5).
  [[0x09, 0x08, 0x08, 0x00], 'biff'],
  [[0x09, 0x08, 0x10, 0x00], 'biff'],
  [[0x09, 0x04, 0x06, 0x00], 'biff'],
  [[0x09, 0x02, 0x06, 0x00], 'biff'],
  [[0x25, 0x50, 0x44, 0x46], { foreign: ' PDF' }],
  [[0x89, 0x50, 0x4e, 0x47], { foreign: '图片' }],
  [[0xff, 0xd8, 0xff], { foreign: '图片' }],
  [[0x47, 0x49, 0x46, 0x38], { foreign: '图片' }],
  [[0x52, 0x61, 0x72, 0x21], { foreign: '压缩包' }],
  [[0x37, 0x7a, 0xbc, 0xaf], { foreign: '压缩包' }],
  [[0x1f, 0x8b], { foreign: '压缩包' }],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], { foreign: '文档' }],
  [[0x7f, 0x45, 0x4c, 0x46], { foreign: '程序' }],
]

export function fileKind(bytes: Uint8Array): FileKind {
  const known = SIGNATURES.find(([signature]) => signature.every((byte, at) => bytes[at] === byte))
  if (known !== undefined) return known[1]
  return looksLikeText(bytes) ? 'text' : { foreign: '无法识别的数据' }
}

function looksLikeText(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  return !bytes.subarray(0, 65_536).some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))
}
