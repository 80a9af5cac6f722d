import { chinaMinute } from '#shared/china-day.ts'
import type { Message } from '#shared/errors/app-error.ts'
import type { OpeningRepair } from '../workspace/open-workspace.ts'

/** What opening put right, in a sentence. */
export function repairWords(repair: OpeningRepair): Message {
  switch (repair.kind) {
    case 'torn-tail':
      return tornWords(repair)
    case 'older-copy':
      return {
        title: `数据文件夹是较早的副本，缺少 ${repair.missing} 次修改`,
        advice: '如有更新的数据文件夹，请在“设置”中改用；继续使用则从这个副本接着记录。',
      }
    case 'new-station':
      return {
        title: '数据文件夹换了电脑或位置',
        advice:
          '本机今后的修改用新的编号记录，原有内容不变。如果原来那台电脑还在用，请在两台电脑的“同步”里互相接收，两边的修改都不会丢。',
      }
    case 'restored':
      return {
        title: '上次没有做完的恢复，现在已完成',
        advice: `原来的数据原样保留在数据文件夹的“${repair.aside}”中，没有删除。请核对恢复后的台账。`,
      }
    case 'clock-behind':
      return {
        title: '本机时间早于上次保存的时间，请核对',
        advice: `上次保存于 ${chinaMinute(repair.lastAt)}，本机现在是 ${chinaMinute(repair.now)}。已保存的内容和先后次序不受影响。`,
      }
    case 'recovered':
      return {
        title: '台账日志丢失，已由本机工作副本恢复',
        advice: '全部记录已恢复，修改历史无法恢复。请尽快核对并备份数据文件夹。',
      }
  }
}

function tornWords({ kept, unsure }: Extract<OpeningRepair, { kind: 'torn-tail' }>): Message {
  const place = kept === undefined ? '仍留在原处' : `已移到“journal”文件夹的“${kept}”`
  if (unsure === true) {
    return {
      title: '台账日志的最后一次修改不完整，没有计入',
      advice: `不能确定它当时是否提示过“已保存”，残余内容${place}。其余内容完好。请核对最后录入的一项，缺少时请重新录入。`,
    }
  }
  return {
    title: '上次退出时有一次修改没有写完',
    advice: `这次修改当时没有提示“已保存”，没有计入，残余内容${place}。其余内容完好。请核对最后录入的一项。`,
  }
}
