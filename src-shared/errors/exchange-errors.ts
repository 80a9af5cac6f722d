const NOTHING_TAKEN = '没有采用其中任何内容。'

export const exchangeErrors = {
  'exchange.key-damaged': () => ({
    title: '本机的同步密钥已损坏，不能再写同步文件',
    advice: '请在“同步”页面点“重新生成密钥”，其他电脑会重新核对一次。台账数据不受影响。',
  }),
  'exchange.key-missing': () => ({
    title: '本机的同步密钥不见了，不能再写同步文件',
    advice: '请在“同步”页面点“重新生成密钥”，其他电脑会重新核对一次。台账数据不受影响。',
  }),
  'exchange.not-exchange': (e: { kind: string }) => ({
    title: `这是“${e.kind}”文件，不是电脑之间的同步文件`,
    advice: `请选择另一台电脑“导出同步文件”得到的文件。${NOTHING_TAKEN}`,
  }),
  'exchange.is-exchange': () => ({
    title: '这是本单位电脑之间的同步文件，不是报送文件',
    advice: '请在“同步”页面用“导入同步文件”打开。',
  }),
  'exchange.other-unit': (e: { from: string }) => ({
    title: `这是${e.from}的同步文件，不是本单位的`,
    advice: NOTHING_TAKEN,
  }),
  'exchange.not-signed-by-station': () => ({
    title: '同步文件应由写它的那台电脑签名，而且只签一次',
    advice: `请在那台电脑上重新导出。${NOTHING_TAKEN}`,
  }),
  'exchange.not-whole': (e: { where: string }) => ({
    title: '同步文件里的修改前后不连贯',
    advice: `请在那台电脑上重新导出；仍出现时请把这句话告知技术人员（${e.where}）。${NOTHING_TAKEN}`,
  }),
  'exchange.own-file': () => ({
    title: '这是本机自己写的同步文件',
    advice: '请把它拿到另一台电脑上导入。',
  }),
  'exchange.foreign-own': () => ({
    title: '文件里写的是本机的编号，但不是本机或已接收的电脑签名的',
    advice: `请问清楚文件的来历。${NOTHING_TAKEN}`,
  }),
  'exchange.refused': (e: { name: string }) => ({
    title: `已设为不接收“${e.name}”的同步文件`,
    advice: '需要时请在“同步”页面的电脑列表里恢复接收，再导入一次。',
  }),
  'exchange.folder-away': (e: { folder: string }) => ({
    title: `现在打不开共享文件夹“${e.folder}”`,
    advice: `网络或U盘恢复后会自动继续，本机的修改照常保存。`,
  }),
  'exchange.folder-linked': (e: { folder: string }) => ({
    title: `共享文件夹里的“${e.folder}”指向别处，没有写入`,
    advice: '请删除它，本程序会重新建立。本机的修改照常保存。',
  }),
  'exchange.folder-left': () => ({
    title: '共享文件夹已经换了',
    advice: '下一次查看时会写到新的文件夹里。',
  }),
  'exchange.folder-crowded': () => ({
    title: '里面的文件夹或文件太多，只看了一部分',
    advice: '已接收的电脑先看；请清理共享文件夹里不是本程序写的文件。',
  }),
  'exchange.station-twice': () => ({
    title: '另一台电脑也在用本机的编号，可能是整机复制来的',
    advice:
      '请在“同步”页面点“给本机换编号”，以后两台的修改就能合并；换号以前两边各自的修改请对照“操作记录”补录。',
  }),
  'exchange.forked': (e: { name: string; n: number }) => ({
    title: `“${e.name}”的编号被两台电脑同时用过，从第 ${e.n} 项修改起两边不同，没有合并`,
    advice: '请在那台电脑的“同步”页面点“给本机换编号”；这一段修改请对照那台电脑的“操作记录”补录。',
  }),
  'exchange.nothing': () => ({
    title: '本机还没有可以同步的修改',
    advice: '录入或导入以后再导出。没有写入任何文件。',
  }),
  'exchange.folder-inside-data': () => ({
    title: '共享文件夹不能放在数据文件夹里面',
    advice: '请另选一个各台电脑都能打开的文件夹，或U盘上的文件夹。',
  }),
  'exchange.batch-unknown': () => ({
    title: '这批修改已经合并，或者对方又有了新的文件',
    advice: '请看列表里的最新情况。',
  }),
  'exchange.memory-unwritable': () => ({
    title: '本机的同步设置没有存下来',
    advice: '请检查系统盘空间和权限后再试。台账数据不受影响。',
  }),
  'exchange.memory-unreadable': (e: { detail: string }) => ({
    title: '现在读不出本机的同步设置，同步暂停',
    advice: `请稍后再试，或重新启动电脑；设置没有改动，台账数据不受影响（${e.detail}）。`,
  }),
  'exchange.memory-damaged': () => ({
    title: '本机的同步设置已损坏，已另外留存，同步从头设置',
    advice: '请重新选择共享文件夹，并重新核对其他电脑的校验码。台账数据不受影响。',
  }),
  'exchange.memory-unfit': () => ({
    title: '同步设置里的内容太多，这一项没有存下来',
    advice: '请在“同步”页面看看电脑列表里是否有不认识的电脑。台账数据不受影响。',
  }),
}
