/** For example 已撤销:导入 120 家企业(撤销114处,保留6处). */
export function undoneWords(
  word: '撤销' | '重做',
  outcome: { readonly title: string; readonly undone: number; readonly kept: number },
): string {
  const counts = outcome.kept === 0 ? '' : `（${word}${outcome.undone}处，保留${outcome.kept}处）`
  return `已${word}：${outcome.title}${counts}`
}
