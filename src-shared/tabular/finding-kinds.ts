import type { Severity } from './cleaned.ts'

/** What a sentence may mention: the column's title, the raw text and the value taken or offered. */
export interface FindingDetails {
  readonly title: string
  readonly before: string
  readonly after: string | null
}

interface KindEntry {
  readonly severity: Severity
  readonly say: (d: FindingDetails) => string
}

const info = (say: KindEntry['say']): KindEntry => ({ severity: 'info', say })
const warning = (say: KindEntry['say']): KindEntry => ({ severity: 'warning', say })
const blocking = (say: KindEntry['say']): KindEntry => ({ severity: 'blocking', say })

/** The row or the sheet: why a row is not data, what was hidden, what the title did not say. */
const rowKinds = {
  'title-row': info(() => '标题行，不是数据'),
  'header-row': info(() => '表头行，不是数据'),
  'blank-row': info(() => '空行'),
  'numbered-blank-row': info(() => '只有序号的空行'),
  'group-row': info((d) => `分组标题“${d.before}”，不是数据`),
  'subtotal-row': info(() => '小计行，不是数据'),
  'total-row': info(() => '合计行，不是数据'),
  'repeated-title': info(() => '重复的标题行，不是数据'),
  'repeated-header': info(() => '重复的表头行，不是数据'),
  'footnote-row': info(() => '表下注释，不是数据'),
  'signature-row': info(() => '签字行，不是数据'),
  'header-not-found': blocking(() => '没有找到表头，请选择工作表或补上表头后再导入'),
  'hidden-row': blocking(() => '这一行在表中是隐藏的，请确认是否导入'),
  'hidden-column': warning((d) => `“${d.title}”列在表中是隐藏的，请确认是否导入`),
  'unit-not-stated': info((d) => `“${d.title}”没有写明单位，按万元读取`),
  'figures-year-unknown': warning((d) => `“${d.title}”没有写明年度，请选择是哪一年的数`),
  'merged-cell-fill-down': info((d) => `合并单元格，已按首行填为“${d.after}”`),
  'merged-number': blocking((d) => `“${d.title}”是合并单元格，不能把同一个数记到每一行，请逐行填写`),
} as const

const codeKinds = {
  'uscc-missing': blocking(() => '缺统一社会信用代码，请补填（可先按名称暂存）'),
  'uscc-placeholder': blocking((d) => `代码栏填的是“${d.before}”，请补填统一社会信用代码`),
  'uscc-check-digit': blocking((d) => `代码“${d.before}”校验码不对，请对照营业执照核对`),
  'uscc-length-17': blocking((d) => `代码“${d.before}”少一位，请对照营业执照核对`),
  'uscc-length-19': blocking((d) => `代码“${d.before}”多一位，请对照营业执照核对`),
  'uscc-length': blocking((d) => `代码“${d.before}”不是18位，请对照营业执照核对`),
  'uscc-charset': blocking((d) => `代码“${d.before}”含有不允许的字符，请对照营业执照核对`),
  'uscc-letter-O-for-0': warning((d) => `代码中的字母O应为数字0，已改为“${d.after}”，请确认`),
  'uscc-letter-for-digit': warning((d) => `代码中把数字写成了形近字母，已改为“${d.after}”，请确认`),
  'uscc-lowercase': info(() => '代码中的小写字母已改为大写'),
  'uscc-spaces': info(() => '代码中的空格已去掉'),
  'uscc-fullwidth': info(() => '代码中的全角字符已改为半角'),
  'uscc-linebreak': info(() => '代码中的换行已去掉'),
  'uscc-text-mark': info(() => '代码前后的引号、等号已去掉'),
  'uscc-numeric-precision-lost': blocking(() => '代码被存成了数值，后几位已丢失，请按文本重新填写'),
  'uscc-is-15-digit-reg-no': blocking((d) => `“${d.before}”是旧的15位注册号，请补填统一社会信用代码`),
  'uscc-is-9-digit-org-code': blocking((d) => `“${d.before}”是旧的组织机构代码，请补填统一社会信用代码`),
  'other-county': warning((d) => `代码显示登记在其他县市区（${d.before}），请确认是否本辖区企业`),
  'province-registered': info(() => '在省级或国家登记机关登记，属正常情况'),
  'non-enterprise': warning(() => '代码不是企业类（91开头），一般不计为中小企业'),
} as const

const nameKinds = {
  'name-missing': blocking(() => '缺企业名称，请补填'),
  'firm-missing': blocking(() => '没有企业名称也没有代码，不知道是哪家企业'),
  'leading-number-in-name': info(() => '名称前的序号已去掉'),
  'name-spaces': info(() => '名称中的空格已去掉'),
  renamed: warning((d) => `企业更名，“${d.before}”记为曾用名`),
  'duplicate-code': warning((d) => `与${d.after}代码相同，是同一家企业，请只保留一行`),
  'duplicate-name-width': warning((d) => `与${d.after}名称只差括号全半角或空格`),
  'duplicate-name': warning((d) => `与${d.after}名称相同，如是同一家企业，请只保留一行`),
  'same-name-different-code': blocking((d) => `与${d.after}名称相同但代码不同，请确认是一家还是两家`),
  'short-name-duplicate': blocking((d) => `可能是${d.after}的简称，请确认`),
} as const

const textKinds = {
  'zero-width': info(() => '看不见的字符已去掉'),
  'text-trimmed': info(() => '首尾空格已去掉'),
  'text-too-long': blocking((d) => `“${d.title}”文字过长，请缩短`),
  'text-format': warning((d) => `“${d.before}”不是合规的${d.title}，没有导入这一格`),
  'text-hazards': info(() => '内容像公式，按普通文字保存'),
  'placeholder-empty': info((d) => `“${d.before}”按空白处理`),
  'formula-error': blocking((d) => `公式出错（${d.before}），没有可用的数，请补填`),
  'formula-cached': info(() => '公式单元格，取上次保存的结果'),
  'unit-unknown': warning((d) => `“${d.before}”不是13个填报单位之一，请确认`),
  'other-unit': warning((d) => `填报单位是“${d.before}”，不是本单位，请确认`),
} as const

const dateKinds = {
  'date-text-dots': info((d) => `日期已规范为 ${d.after}`),
  'date-text-slash': info((d) => `日期已规范为 ${d.after}`),
  'date-text-chinese': info((d) => `日期已规范为 ${d.after}`),
  'date-text-other': info((d) => `日期已规范为 ${d.after}`),
  'date-chinese-numerals': info((d) => `汉字日期已规范为 ${d.after}`),
  'date-with-words': info((d) => `日期中的文字已去掉，取 ${d.after}`),
  'date-number-yyyymmdd': info((d) => `8位数字日期已规范为 ${d.after}`),
  'date-month-only': warning((d) => `日期只到月，按 ${d.after} 保存，没有补成1日`),
  'date-year-only': warning((d) => `日期只到年，按 ${d.after} 保存`),
  'date-decimal-year-month': warning((d) => `日期被存成小数，按 ${d.after} 读取，请确认月份`),
  'date-raw-serial': warning((d) => `日期被存成序列数，换算为 ${d.after}，请确认`),
  'date-two-digit-year': warning((d) => `年份只有两位，按 ${d.after} 读取，请确认`),
  'date-impossible': blocking((d) => `“${d.before}”不是存在的日期，请改正`),
  'date-unreadable': blocking((d) => `“${d.before}”看不出日期，请改正`),
  'date-in-future': warning((d) => `${d.title} ${d.before} 在今天之后，请核对`),
} as const

const numberKinds = {
  'number-thousands': info((d) => `千分位已去掉，为 ${d.after}`),
  'number-fullwidth': info((d) => `全角数字已转为 ${d.after}`),
  'number-unit': info((d) => `已去掉单位，为 ${d.after}`),
  'number-unit-and-comma': info((d) => `已去掉千分位和单位，为 ${d.after} 万元`),
  'number-unit-person': info((d) => `已去掉“人”，为 ${d.after}`),
  'number-unit-piece': info((d) => `已去掉“件”，为 ${d.after}`),
  'number-unit-yi': warning((d) => `已按亿元换算为 ${d.after} 万元，请确认`),
  'number-unit-yuan': warning((d) => `已按元换算为 ${d.after} 万元，请确认`),
  'number-unit-header': info((d) => `按表头单位换算为 ${d.after} 万元`),
  'number-approx-word': warning((d) => `是约数，按 ${d.after} 读取，请确认`),
  'number-approx': warning((d) => `是约数，按 ${d.after} 读取，请确认`),
  'number-dash': info(() => '横线按空白处理，不是0'),
  'number-slash': info(() => '斜线按空白处理，不是0'),
  'number-none-word': info((d) => `“${d.before}”按空白处理，不是0`),
  'number-percent-words': blocking((d) => `“${d.before}”是比例，请填写${d.title}的数额`),
  'number-range': blocking((d) => `“${d.before}”是区间，请填写一个确定的数`),
  'number-negative': blocking((d) => `${d.title}不能是负数（${d.before}），请改正`),
  'number-not-whole': blocking((d) => `${d.title}应为整数，“${d.before}”请改正`),
  'number-unreadable': blocking((d) => `“${d.before}”看不出是多少，请改正`),
  'number-out-of-range': blocking((d) => `${d.title}超出合理范围，请核对单位`),
  'suspect-unit-yuan': blocking((d) => `比上年大1000倍以上，可能单位是“元”（${d.after} 万元），请确认`),
  'rd-greater-than-revenue': warning(() => '研发费用大于营业收入，请核对'),
  'patent-count-with-words': warning((d) => `按 ${d.after} 件读取，括号内说明请核对`),
  'patent-number-in-count': warning((d) =>
    d.after === null
      ? '件数栏填了专利号，号码有误，请改填件数'
      : `件数栏填了专利号，其中发明 ${d.after} 件，请确认`,
  ),
} as const

const choiceKinds = {
  'enum-alias': warning((d) => `“${d.before}”按“${d.after}”读取，请确认`),
  'enum-ambiguous': warning((d) => `“${d.before}”不能确定是哪一种${d.title}，请选择`),
  'enum-unknown': warning((d) => `“${d.before}”不是${d.title}的可选项，请选择`),
  'flag-unknown': warning((d) => `“${d.before}”看不出是或否，请选择`),
} as const

const phoneKinds = {
  'phone-two-in-cell': info((d) => `一格两个号码，已分开为 ${d.after}`),
  'phone-as-number': info((d) => `号码被存成数值，已转为文本 ${d.after}`),
  'phone-leading-zero-lost': warning((d) => `区号前的0已丢失，补为 ${d.after}，请确认`),
  'phone-precision-lost': warning(() => '号码被存成科学记数，已不完整，请补填'),
  'phone-10-digits': warning((d) => `手机号“${d.before}”只有10位，请核对`),
  'phone-unusual': warning((d) => `“${d.before}”不像电话号码，请核对`),
  'name-in-phone': warning((d) => `电话栏里有姓名，号码取 ${d.after}`),
  'contact-empty': info((d) => (d.after === null ? '联系人空白' : `联系人空白，取电话栏里的“${d.after}”`)),
} as const

const patentKinds = {
  'patent-number-form': info((d) => `号码已规范为 ${d.after}`),
  'patent-check-digit': blocking((d) => `专利号“${d.before}”校验位不对，请核对`),
  'patent-check-missing': warning((d) => `号码缺校验位，补为 ${d.after}，请确认`),
  'patent-is-publication-no': blocking((d) => `“${d.before}”是公布号或授权公告号，请填申请号`),
  'patent-is-certificate-no': blocking((d) => `“${d.before}”是证书号，请填申请号`),
  'patent-number-unreadable': blocking((d) => `“${d.before}”不是申请号或专利号，请核对`),
  'patent-kind-conflict': warning((d) => `类型写“${d.before}”，但号码是${d.after}，按号码读取`),
  'grant-before-filing': warning(() => '授权公告日早于申请日，请核对'),
  'filing-year-mismatch': warning((d) => `申请日 ${d.before} 与号码中的年份不一致，请核对`),
  'granted-without-date': warning(() => '已授权但没有授权公告日，不计入任何季度'),
  'duplicate-application': warning((d) => `与${d.after}申请号相同，是同一件专利，请只保留一行`),
} as const

const checkKinds = {
  'required-missing': blocking((d) => `缺${d.title}，请补填`),
  'type-conflicts-with-base': warning(() => '列入前已有发明专利却报“破零”，请核对类型'),
  'not-sme-large': warning(() => '大型企业，不属于中小企业，保留但不计数'),
  deregistered: warning((d) => `“${d.before}”：企业可能已注销，请确认登记状态`),
  'moved-out': warning((d) => `“${d.before}”：企业可能已迁出，请确认登记状态`),
  'duplicate-period': blocking((d) => `与${d.after}是同一企业同一期间，请只保留一行`),
  'duplicate-activity-number': blocking((d) => `与${d.after}活动编号相同，请核对`),
  'duplicate-activity': warning((d) => `与${d.after}日期和名称相同，可能重复登记`),
  'participant-absent': info((d) => `签到栏为“${d.before}”，不计为参加企业`),
  'sign-in-blank': info(() => '没有签到记号，仍计为参加企业'),
} as const

/** Every kind of finding with its severity and its sentence in office Chinese. */
export const FINDING_KINDS = {
  ...rowKinds,
  ...codeKinds,
  ...nameKinds,
  ...textKinds,
  ...dateKinds,
  ...numberKinds,
  ...choiceKinds,
  ...phoneKinds,
  ...patentKinds,
  ...checkKinds,
} as const

export type FindingKind = keyof typeof FINDING_KINDS
