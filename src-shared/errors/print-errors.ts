export const printErrors = {
  'print.too-slow': () => ({
    title: '排版用时过长，没有打印',
    advice: '请少选几张表再试，或先导出为表格文件。',
  }),
  'print.unknown-job': () => ({ title: '打印任务已失效', advice: '请重新打印。' }),
}
