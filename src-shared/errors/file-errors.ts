export const fileErrors = {
  'file.not-found': (e: { fileName: string }) => ({
    title: `找不到“${e.fileName}”`,
    advice: '文件可能已被移动或U盘已拔出，请重新选择。',
  }),
  'file.unreadable': (e: { fileName: string; detail: string }) => ({
    title: `“${e.fileName}”读不出来`,
    advice: `请检查U盘或文件是否损坏、是否被其他程序占用（${e.detail}）。`,
  }),
  'file.is-a-folder': (e: { fileName: string }) => ({
    title: `“${e.fileName}”是文件夹，不是文件`,
    advice: '请选择其中的文件。',
  }),
  'file.too-large': (e: { fileName: string; megabytes: number; limit: number }) => ({
    title: `“${e.fileName}”有 ${e.megabytes} MB，超过上限 ${e.limit} MB`,
    advice: '请删去文件中的图片或无关工作表后再试。',
  }),
  'file.read-only': (e: { folder: string }) => ({
    title: `“${e.folder}”不能写入`,
    advice: '可能是U盘写保护或没有权限，请换一个位置。没有写入任何文件。',
  }),
  'file.disk-full': (e: { folder: string }) => ({
    title: `“${e.folder}”所在磁盘空间不足`,
    advice: '请清理空间或换一个位置再试。没有留下半个文件。',
  }),
  'file.folder-missing': (e: { folder: string }) => ({
    title: `文件夹“${e.folder}”不存在`,
    advice: '请核对位置，或先建好文件夹；在U盘上时请确认U盘已插好。没有写入任何文件。',
  }),
  'file.not-a-folder': (e: { folder: string }) => ({
    title: `“${e.folder}”是文件，不是文件夹`,
    advice: '请换一个位置。没有写入任何文件。',
  }),
  'file.vanished': (e: { folder: string }) => ({
    title: `写到一半时“${e.folder}”不见了`,
    advice: '请重新插入U盘后再试，未写完的文件不要使用。',
  }),
  'file.read-back-differs': (e: { fileName: string }) => ({
    title: `“${e.fileName}”写入后核对不一致`,
    advice: '存储介质可能损坏，请换一个U盘再试。',
  }),
  'file.in-use': (e: { fileName: string }) => ({
    title: `“${e.fileName}”正被其他程序占用`,
    advice: '请关闭打开它的程序（如 Excel、WPS）后再试。没有写入任何文件。',
  }),
  'file.already-exists': (e: { folder: string }) => ({
    title: `“${e.folder}”已经存在`,
    advice: '为避免覆盖已有文件，请换一个位置，或先把它移走。没有写入任何文件。',
  }),
  'file.unwritable': (e: { fileName: string; detail: string }) => ({
    title: `“${e.fileName}”没有写成`,
    advice: `请检查磁盘或U盘后再试（${e.detail}）。没有留下半个文件。`,
  }),
  'file.token-unknown': () => ({ title: '所选文件已失效', advice: '请重新选择文件。' }),
}
