import type { KeptText } from '../ui/kept-texts.ts'

/** What the mark says instead of 已保存: a later save that went well does not make an earlier text saved. */
export function badWords(
  failure: string | null,
  unsaved: readonly KeptText[],
): { readonly word: string; readonly reason: string } | null {
  const [first] = unsaved
  if (first === undefined) return failure === null ? null : { word: '保存失败', reason: failure }
  const more = unsaved.length === 1 ? '' : `（共 ${unsaved.length} 处）`
  return {
    word: `${unsaved.length} 处没有保存`,
    reason: `${first.where}${more}：${failure ?? first.message} 回到这一格按回车，再保存一次。`,
  }
}
