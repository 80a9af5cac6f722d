const NOTHING_CHANGED = '没有改动任何数据。'

export const backupErrors = {
  'backup.not-a-backup': (e: { fileName: string }) => ({
    title: `“${e.fileName}”不是本程序的备份`,
    advice: `请选择扩展名为 .pbz-backup 的文件。${NOTHING_CHANGED}`,
  }),
  'backup.newer': (e: { fileName: string }) => ({
    title: `备份“${e.fileName}”由更新版本的程序写成`,
    advice: `请安装新版程序后再恢复。${NOTHING_CHANGED}`,
  }),
  'backup.damaged': (e: { fileName: string; where: string }) => ({
    title: `备份“${e.fileName}”已损坏（${e.where}）`,
    advice: `请换一个时间的备份，或用另一处的备份。${NOTHING_CHANGED}`,
  }),
  'backup.not-proved': (e: { fileName: string; where: string }) => ({
    title: `备份“${e.fileName}”写完后核对不一致（${e.where}），没有算作备份`,
    advice: '存储介质可能损坏，请换一个U盘或位置。原有的备份不受影响。',
  }),
  'backup.secret-needed': () => ({
    title: '这个备份设有口令',
    advice: '请输入本单位的备份口令、审核人口令，或恢复单上的数字。',
  }),
  'backup.wrong-secret': () => ({
    title: '口令或恢复单数字不对，打不开',
    advice: `请核对大小写和输入法；也可能是另一套口令加的密。${NOTHING_CHANGED}`,
  }),
  'backup.sheet-digits': (e: { places: string }) => ({
    title: `恢复单数字有误：${e.places}`,
    advice: '请对照恢复单重新输入。',
  }),
  'backup.not-protected': () => ({ title: '还没有设置备份口令', advice: '请到“备份”页设置口令。' }),
  'backup.key-lost': () => ({
    title: '本机的备份密钥丢失，没有备份',
    advice: '请到“备份”页重新设置口令。以前的备份仍可用原口令打开。',
  }),
  'backup.key-unreadable': (e: { detail: string }) => ({
    title: `本机的备份密钥现在读不出来（${e.detail}），没有备份`,
    advice: '密钥文件没有改动。请关闭占用它的程序（如杀毒软件），或重新启动电脑后再试。',
  }),
  'backup.away': (e: { folder: string }) => ({
    title: `第二处备份位置“${e.folder}”不在`,
    advice: '请插好U盘或连上共享文件夹，程序会自动补做。',
  }),
  'backup.inside-data': () => ({
    title: '这个位置在数据文件夹里，不能作第二处备份',
    advice: '请选另一块磁盘、U盘或共享文件夹：数据所在的磁盘损坏时，两处不会一起丢失。',
  }),
  'backup.no-second': () => ({ title: '还没有第二处备份位置', advice: '请先选择第二处备份位置。' }),
  'backup.nothing-to-save': () => ({ title: '还没有数据，不用备份', advice: '录入数据后程序会自动备份。' }),
  'backup.expired': () => ({ title: '预览已失效', advice: `请重新打开备份。${NOTHING_CHANGED}` }),
  'backup.safety-failed': (e: { why: string }) => ({
    title: `恢复前没能先备份现有数据，恢复没有进行：${e.why}`,
    advice: NOTHING_CHANGED,
  }),
  'backup.restore-unfinished': (e: { why: string }) => ({
    title: `恢复没有做完：${e.why}`,
    advice: '备份的内容已经写好；请点“打开台账”，程序会接着做完，原来的数据原样移到一边，不会删除。',
  }),
  'backup.not-ours': (e: { fileName: string; from: string; unit: string }) => ({
    title: `“${e.fileName}”是${e.from}的文件，不是${e.unit}的`,
    advice: '请选择本单位最后一次报送的文件；它还在发件箱里的，也可以选市级对它的回执。',
  }),
  'backup.answered-missing': (e: { fileName: string }) => ({
    title: `“${e.fileName}”回复的那份报送文件不在发件箱里`,
    advice: '回执只有在它回复的报送文件还在发件箱里时才能用。请选择那份报送文件，市级留存的那一份也可以。',
  }),
  'backup.not-in-chain': (e: { fileName: string; kind: string }) => ({
    title: `“${e.fileName}”是${e.kind}文件，接不上报送次序`,
    advice: '请选择本单位最后一次报送的文件。',
  }),
}
