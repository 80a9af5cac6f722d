const NOTHING_WRITTEN = '没有写入任何文件。'

/** Sentences of the command line; a `cli.usage` ends with exit code 2, everything else with 1. */
export const cliErrors = {
  'cli.usage': (e: { problem: string; usage: string }) => ({
    title: `命令写法不对：${e.problem}`,
    advice: `用法：${e.usage}`,
  }),
  'cli.sheet-not-found': (e: { fileName: string; sheet: string; sheets: string }) => ({
    title: `“${e.fileName}”里没有工作表“${e.sheet}”`,
    advice: `该文件的工作表有：${e.sheets}。`,
  }),
  'cli.no-table': (e: { fileName: string; subject: string }) => ({
    title: `“${e.fileName}”里没有找到${e.subject}的表头`,
    advice: '请核对是否选对文件，或先用 clean 命令（可用 --sheet 指明工作表）检查。没有改动任何数据。',
  }),
  'cli.other-table': (e: { fileName: string; subject: string; found: string }) => ({
    title: `“${e.fileName}”看起来是${e.found}，不是${e.subject}`,
    advice: '请核对是否选对文件。没有改动任何数据。',
  }),
  'cli.rows-of-other-unit': (e: {
    fileName: string
    rows: string
    count: number
    named: string
    unit: string
  }) => ({
    title: `“${e.fileName}”有 ${e.count} 行的填报单位不是${e.unit}（第 ${e.rows} 行，如“${e.named}”）`,
    advice: `请只保留本单位的企业，或核对 --unit。${NOTHING_WRITTEN}`,
  }),
  'cli.list-of-other-unit': (e: { fileName: string; named: string; unit: string }) => ({
    title: `“${e.fileName}”写明是${e.named}的名单，不是${e.unit}的`,
    advice: `请核对文件和 --unit。${NOTHING_WRITTEN}`,
  }),
  'cli.rows-unsettled': (e: { fileName: string; rows: string; count: number; first: string }) => ({
    title: `“${e.fileName}”有 ${e.count} 行需处理（${e.rows}），例如：${e.first}`,
    advice: `请用 clean 命令查看各行问题，在原表改好后再报。${NOTHING_WRITTEN}`,
  }),
  'cli.duplicate-rows': (e: { fileName: string; pairs: string; count: number }) => ({
    title: `“${e.fileName}”里同一内容出现两次，共 ${e.count} 处：${e.pairs}`,
    advice: `请在原表中删去一行后再报。${NOTHING_WRITTEN}`,
  }),
  'cli.previous-of-other-unit': (e: { fileName: string; from: string; unit: string }) => ({
    title: `“${e.fileName}”是${e.from}的文件，不是${e.unit}的`,
    advice: `--previous 请选择本单位上一份已报送的文件。${NOTHING_WRITTEN}`,
  }),
  'cli.blocked': (e: { reasons: string }) => ({
    title: `还不能报送：${e.reasons}`,
    advice: `请改正后再试。${NOTHING_WRITTEN}`,
  }),
  'cli.file-exists': (e: { fileName: string }) => ({
    title: `“${e.fileName}”已经存在`,
    advice: `为避免覆盖，请换一个文件名，或先把它移走。${NOTHING_WRITTEN}`,
  }),
  'cli.wrong-role': (e: { person: string; role: string; wanted: string }) => ({
    title: `“${e.person}”的密钥身份是${e.role}，这里要${e.wanted}的密钥`,
    advice: `请核对密钥文件。${NOTHING_WRITTEN}`,
  }),
  'cli.same-person': (e: { person: string }) => ({
    title: `填报和审核不能是同一人（“${e.person}”）`,
    advice: `请改用审核人的密钥。${NOTHING_WRITTEN}`,
  }),
  'cli.not-verified': (e: { fileName: string; summary: string }) => ({
    title: `“${e.fileName}”写完后验证没有通过：${e.summary}`,
    advice: '请不要使用这份文件；换一个位置或U盘再试。',
  }),
  'cli.pdf-unavailable': (e: { missing: string }) => ({
    title: `不能生成 PDF：缺少${e.missing}`,
    advice: `请安装后再试，或去掉 --pdf 只生成表格文件。${NOTHING_WRITTEN}`,
  }),
  'cli.pdf-failed': (e: { detail: string }) => ({
    title: '生成 PDF 没有成功',
    advice: `请重试，或去掉 --pdf 只生成表格文件（${e.detail}）。${NOTHING_WRITTEN}`,
  }),
}
