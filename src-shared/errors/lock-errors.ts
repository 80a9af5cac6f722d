export const lockErrors = {
  'lock.passphrase-short': (e: { minimum: number }) => ({
    title: `锁屏口令至少 ${e.minimum} 个字符（首尾空格不算）`,
    advice: '屏幕锁没有改动。',
  }),
  'lock.wrong-passphrase': () => ({
    title: '锁屏口令不对',
    advice: '请核对大小写和输入法后再试。已保存和正在填写的内容都在。',
  }),
  'lock.wait': (e: { seconds: number }) => ({
    title: `口令多次不对，请等 ${e.seconds} 秒后再试`,
    advice: '已保存和正在填写的内容都在。',
  }),
}
