export const purgeErrors = {
  'purge.not-proved': () => ({
    title: '没有清除：重写的台账日志与原来的对不上',
    advice: '为避免丢失，保留了原来的日志，什么都没有改。请检查磁盘后再试，或联系技术人员。',
  }),
  'purge.unsettled': (e: { folder: string }) => ({
    title: `没有确认清除完成：写入“${e.folder}”时出错`,
    advice: '台账没有损坏。请检查磁盘，重新打开程序，再到该企业查看是否已清除，没有清除的再做一次。',
  }),
}
