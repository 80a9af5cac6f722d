export const workbookErrors = {
  'workbook.not-a-workbook': (e: { fileName: string; found: string }) => ({
    title: `“${e.fileName}”不是表格文件（内容是${e.found}）`,
    advice:
      '请选择 .xlsx、.xls、.et 或 .csv 文件；其他格式请先用 WPS 或 Excel 另存为 .xlsx。没有改动任何数据。',
  }),
  'workbook.empty': (e: { fileName: string }) => ({
    title: `“${e.fileName}”里没有内容`,
    advice: '请打开文件核对是否选对，或是否还没有保存。',
  }),
  'workbook.encrypted': (e: { fileName: string }) => ({
    title: `“${e.fileName}”设有打开密码`,
    advice: '请用 WPS 或 Excel 打开，取消密码后另存一份再导入。',
  }),
  'workbook.damaged': (e: { fileName: string }) => ({
    title: `“${e.fileName}”已损坏或不完整`,
    advice: '请重新拷贝一份；仍不行时用 WPS 或 Excel 打开后另存为 .xlsx。没有改动任何数据。',
  }),
  'workbook.too-many': (e: { fileName: string; what: '单元格' | '工作表'; limit: number }) => ({
    title: `“${e.fileName}”的${e.what}超过上限 ${e.limit} 个`,
    advice: '请删去无关内容，或分成几个文件导入。',
  }),
  'workbook.suspicious-archive': (e: { fileName: string }) => ({
    title: `“${e.fileName}”的压缩内容异常，已拒绝打开`,
    advice: '文件可能被恶意改造。请向来表单位核实，用 WPS 或 Excel 另存后重新发送。',
  }),
  'workbook.too-slow': (e: { fileName: string; seconds: number }) => ({
    title: `读取“${e.fileName}”超过 ${e.seconds} 秒，已停止`,
    advice: '请删去无关工作表和图片后再试。没有改动任何数据。',
  }),
  'workbook.reader-stopped': (e: { fileName: string }) => ({
    title: `读取“${e.fileName}”时内存不足或读取程序中断`,
    advice: '请删去无关工作表和图片，或分成几个文件导入。没有改动任何数据。',
  }),
}
