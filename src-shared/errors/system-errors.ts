export const systemErrors = {
  'ipc.untrusted-sender': () => ({ title: '拒绝了一个来源不明的请求', advice: '请关闭程序后重新打开。' }),
  'ipc.bad-request': (e: { channel: string }) => ({
    title: '程序内部请求格式不符，操作没有执行',
    advice: `请重新打开程序再试；仍出现时请告知技术人员（${e.channel}）。`,
  }),
  'system.unexpected': (e: { detail: string }) => ({
    title: '程序遇到意外问题，操作没有完成',
    advice: `已保存的内容不受影响。请重试；仍出现时请告知技术人员（${e.detail}）。`,
  }),
  'task.cancelled': () => ({ title: '已取消', advice: '没有改动任何数据。' }),
}
