import type { Operation } from '#shared/edits/edit.ts'
import { createRecord } from '#shared/edits/operations.ts'

/** Firms as a county keeps them: about 20 filled fields each. */
export function sampleFirms(count: number): readonly Operation[] {
  return Array.from({ length: count }, (_, n) =>
    createRecord(
      'enterprise',
      `firm-${n.toString(36).padStart(8, '0')}`,
      {
        name: `平江县样例${n}号新材料科技有限公司`,
        code: `91430626MA4L${String(n).padStart(5, '0')}X`,
        unit: 'YY-430626',
        division: '430626',
        park: n % 3 === 0 ? '平江高新技术产业园区' : '伍市镇',
        address: `湖南省岳阳市平江县伍市镇工业大道${n % 400}号`,
        industryCode: 'C30',
        industry: '非金属矿物制品业',
        chain: '先进储能材料及新能源汽车产业链',
        product: '云母制品',
        founded: `20${String(n % 20).padStart(2, '0')}-03-0${(n % 9) + 1}`,
        registration: '存续',
        size: '小型',
        aboveScale: n % 2 === 0,
        employees: 20 + (n % 300),
        taxPaid: (n % 1000) / 10,
        legalPerson: '张某某',
        contact: '李某某',
        contactPosition: '办公室主任',
        phone: '0730-6200000',
        leader: '王某某',
        titles: { a: { name: '高新技术企业', year: 2020 } },
      },
      { row: n + 3 },
    ),
  )
}

/** Service activities with two firms each. */
export function sampleActivities(count: number, firms: number): readonly Operation[] {
  return Array.from({ length: count }, (_, n) => {
    const firm = (k: number) => `firm-${((n * 7 + k) % firms).toString(36).padStart(8, '0')}`
    return createRecord('activity', `act-${n.toString(36).padStart(8, '0')}`, {
      date: `2021-0${(n % 9) + 1}-1${n % 10}`,
      name: `知识产权与发明专利申请辅导第${n}场`,
      category: '专利辅导',
      mode: '现场',
      state: '已开展',
      organiser: '平江县科技和工业信息化局',
      agency: '岳阳市某专利代理事务所',
      participants: {
        [firm(0)]: { name: `样例${n}号企业`, enterprise: firm(0) },
        [firm(1)]: { name: `样例${n + 1}号企业`, enterprise: firm(1) },
      },
      headcount: 2 + (n % 20),
      content: '讲解发明专利申请文件的撰写要点与审查意见答复。',
    })
  })
}
