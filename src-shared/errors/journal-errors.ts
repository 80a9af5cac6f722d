import { editPlaceWords } from './edit-place.ts'

export const journalErrors = {
  'edit.invalid': (e: { where: string }) => ({
    title: '有内容不符合台账格式，没有保存',
    advice: `请检查“${editPlaceWords(e.where)}”后再试。`,
  }),
  'edit.newer': () => ({
    title: '这些修改由更新版本的程序写成，没有接收',
    advice: '请安装新版程序后再接收一次。本机数据没有改动。',
  }),
  'edit.nothing-to-undo': () => ({ title: '没有可撤销的操作', advice: '本机还没有可以撤销的操作。' }),
  'edit.nothing-to-redo': () => ({ title: '没有可重做的操作', advice: '没有刚撤销的操作可以恢复。' }),
  'journal.stale': () => ({
    title: '本次修改没有保存：台账刚被另一个窗口改过',
    advice: '请重新打开程序后再改一次。',
  }),
  'journal.not-ancestor': () => ({
    title: '工作副本与日志不一致',
    advice: '程序会按日志重建工作副本，已保存的内容不受影响。',
  }),
  'journal.damaged': (e: { file: string; line: number }) => ({
    title: `台账日志“${e.file}”第 ${e.line} 行已损坏`,
    advice: '为避免误写，程序没有打开台账。请用最近的备份恢复，或联系技术人员。',
  }),
  'journal.newer': (e: { file: string }) => ({
    title: `台账日志“${e.file}”由更新版本的程序写成`,
    advice: '请安装新版程序后再打开。没有改动任何数据。',
  }),
  'journal.copy-of-other-version': () => ({
    title: '台账日志不见了，本机的工作副本由另一版本的程序写成',
    advice: '程序没有改动工作副本。请用最近的备份恢复，或用原来版本的程序打开一次。',
  }),
  'journal.read-only': (e: { folder: string }) => ({
    title: `没有保存：“${e.folder}”不能写入`,
    advice: '数据文件夹被写保护或没有权限。请检查后再保存一次，刚才的修改还在窗口里。',
  }),
  'journal.disk-full': (e: { folder: string }) => ({
    title: `没有保存：“${e.folder}”所在磁盘空间不足`,
    advice: '请清理磁盘空间后再保存一次，刚才的修改还在窗口里。',
  }),
  'journal.no-room': (e: { folder: string; megabytes: number }) => ({
    title: `没有保存：“${e.folder}”所在磁盘只剩 ${e.megabytes} MB`,
    advice: '空间太少时程序不写入台账，以免写坏。请清理磁盘空间后再保存一次，刚才的修改还在窗口里。',
  }),
  'journal.gone': (e: { folder: string }) => ({
    title: `没有保存：数据文件夹“${e.folder}”不在原来的位置`,
    advice: '可能是 U 盘已拔出，或文件夹被移动、改名。请放回原处后再保存一次，刚才的修改还在窗口里。',
  }),
  'journal.write-failed': (e: { folder: string; detail: string }) => ({
    title: `没有保存：写入“${e.folder}”失败`,
    advice: `请检查磁盘是否拔出或损坏，再保存一次（${e.detail}）。`,
  }),
  'journal.unreadable': (e: { folder: string; detail: string }) => ({
    title: `“${e.folder}”中的台账日志读不出来`,
    advice: `请检查磁盘是否拔出、文件夹是否有权限，再重新打开程序（${e.detail}）。`,
  }),
  'journal.not-open': () => ({ title: '还没有打开台账', advice: '请先完成首次设置或重新打开程序。' }),
}
