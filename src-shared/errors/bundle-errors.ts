const NOTHING_TAKEN = '没有采用其中任何内容。'
const ASK_AGAIN = `请对方重新提供原文件。${NOTHING_TAKEN}`

export const bundleErrors = {
  'bundle.too-large': (e: { megabytes: number; limit: number }) => ({
    title: `文件有 ${e.megabytes} MB，超过上限 ${e.limit} MB`,
    advice: ASK_AGAIN,
  }),
  'bundle.not-utf8': () => ({ title: '文件不是规定的文本编码，可能已损坏', advice: ASK_AGAIN }),
  'bundle.not-a-bundle': () => ({
    title: '这不是本程序的签名文件',
    advice: `请选择扩展名为 .pbz.json 的文件。${NOTHING_TAKEN}`,
  }),
  'bundle.empty': () => ({ title: '文件是空的', advice: ASK_AGAIN }),
  'bundle.damaged': () => ({
    title: '文件已损坏或被改动（写法与签名时不一致）',
    advice: ASK_AGAIN,
  }),
  'bundle.not-exact': (e: { part: string }) => ({
    title: `文件的${e.part}与签名时的写法不一致，已被改动或损坏`,
    advice: ASK_AGAIN,
  }),
  'bundle.too-deep': (e: { part: string }) => ({ title: `文件的${e.part}层次过深`, advice: ASK_AGAIN }),
  'bundle.forbidden-key': (e: { part: string }) => ({
    title: `文件的${e.part}含有不允许的名称`,
    advice: ASK_AGAIN,
  }),
  'bundle.newer': () => ({
    title: '文件由较新版本的软件生成',
    advice: `请先升级软件。${NOTHING_TAKEN}`,
  }),
  'bundle.kind-unknown': (e: { kind: string }) => ({
    title: `不认识的文件种类“${e.kind}”`,
    advice: `请先升级软件，或请对方核对。${NOTHING_TAKEN}`,
  }),
  'bundle.kind-unsupported': (e: { kind: string }) => ({
    title: `本版本还不能读取“${e.kind}”文件`,
    advice: `请先升级软件。${NOTHING_TAKEN}`,
  }),
  'bundle.manifest-invalid': (e: { where: string }) => ({
    title: `文件清单不合规定（${e.where}）`,
    advice: ASK_AGAIN,
  }),
  'bundle.header-invalid': (e: { index: number; where: string }) => ({
    title: `第 ${e.index} 个签名的说明不合规定（${e.where}）`,
    advice: ASK_AGAIN,
  }),
  'bundle.algorithm': (e: { index: number; algorithm: string }) => ({
    title: `第 ${e.index} 个签名使用了不允许的算法“${e.algorithm}”`,
    advice: ASK_AGAIN,
  }),
  'bundle.type-mismatch': (e: { index: number }) => ({
    title: `第 ${e.index} 个签名是为另一种文件签的`,
    advice: ASK_AGAIN,
  }),
  'bundle.no-signature': () => ({
    title: '文件没有任何签名',
    advice: `请对方签名后重新报送。${NOTHING_TAKEN}`,
  }),
  'bundle.signature-doubled': (e: { index: number }) => ({
    title: `第 ${e.index} 个签名与前面的签名是同一个密钥`,
    advice: ASK_AGAIN,
  }),
  'bundle.signature-bad': (e: { index: number; person: string }) => ({
    title: `第 ${e.index} 个签名（${e.person}）与内容不符，文件已被改动或损坏`,
    advice: ASK_AGAIN,
  }),
  'bundle.key-missing': (e: { index: number; key: string }) => ({
    title: `第 ${e.index} 个签名的密钥（${e.key}）未登记，公钥也没有随文件携带，暂不能核对`,
    advice: '请凭盖章的登记表核对后登记，再重新验证。文件暂不受理。',
  }),
  'bundle.key-unsafe': (e: { where: string }) => ({
    title: `${e.where}的公钥不是安全的密钥`,
    advice: `请重新生成密钥并登记。${NOTHING_TAKEN}`,
  }),
  'bundle.key-id-wrong': (e: { where: string }) => ({
    title: `${e.where}的密钥编号与公钥不符`,
    advice: ASK_AGAIN,
  }),
  'bundle.signer-unknown': (e: { person: string }) => ({
    title: `签名人“${e.person}”尚未登记`,
    advice: '请凭盖章的登记表核对后登记，再重新验证。文件暂不受理。',
  }),
  'bundle.signer-foreign': (e: { person: string; unit: string; from: string }) => ({
    title: `签名人“${e.person}”登记在${e.unit}，不能为${e.from}签名`,
    advice: `请与填报单位核实。${NOTHING_TAKEN}`,
  }),
  'bundle.signer-role': (e: { person: string; claimed: string; enrolled: string }) => ({
    title: `“${e.person}”以${e.claimed}身份签名，登记的身份是${e.enrolled}`,
    advice: `请与填报单位核实。${NOTHING_TAKEN}`,
  }),
  'bundle.signer-revoked': (e: { person: string }) => ({
    title: `签名人“${e.person}”的密钥已停用`,
    advice: `请填报单位用有效密钥重新签名。${NOTHING_TAKEN}`,
  }),
  'bundle.signatures-missing': (e: { roles: string }) => ({
    title: `还缺${e.roles}签名（须由不同的人签）`,
    advice: '请填报单位补签后再报送。文件暂不受理。',
  }),
  'bundle.addressee': (e: { to: string }) => ({
    title: `文件是发给${e.to}的，不是发给本单位的`,
    advice: NOTHING_TAKEN,
  }),
  'bundle.kind-unexpected': (e: { kind: string }) => ({
    title: `这是${e.kind}文件，不是这里要的种类`,
    advice: NOTHING_TAKEN,
  }),
  'bundle.period-unexpected': (e: { period: string }) => ({
    title: `文件的期别是${e.period}，与要求的不同`,
    advice: NOTHING_TAKEN,
  }),
  'bundle.previous-unusable': () => ({
    title: '用来对比的上一份文件本身没有通过校验',
    advice: '请选择已受理的原文件再验证。',
  }),
  'bundle.previous-unrelated': () => ({
    title: '用来对比的上一份文件不是同一单位发给同一对象的同类文件',
    advice: '请选择该单位上一份已受理的文件再验证。',
  }),
  'bundle.outdated': (e: { seq: number; last: number }) => ({
    title: `这是第 ${e.seq} 号旧文件，已收到第 ${e.last} 号`,
    advice: `请对方核对并发送最新文件。${NOTHING_TAKEN}`,
  }),
  'bundle.voided': (e: { seq: number }) => ({
    title: `第 ${e.seq} 号文件已由填报单位声明作废`,
    advice: NOTHING_TAKEN,
  }),
  'bundle.fork': (e: { seq: number; last: number }) => ({
    title: `第 ${e.seq} 号文件与已收到的第 ${e.last} 号不相衔接，出现两份并列的文件`,
    advice: '可能由两台电脑分别生成。已单独存放，请与填报单位核实以哪份为准。',
  }),
  'bundle.supersedes-wrong': (e: { period: string }) => ({
    title: `${e.period}已报送过，这份文件没有指明替代的是已收到的那一份`,
    advice: '已单独存放，请与填报单位核实以哪份为准。',
  }),
  'bundle.body-length': (e: { expected: number; actual: number }) => ({
    title: `正文长度为 ${e.actual} 字节，清单写的是 ${e.expected} 字节`,
    advice: ASK_AGAIN,
  }),
  'bundle.body-digest': () => ({ title: '正文与清单的摘要不符，文件已被改动或损坏', advice: ASK_AGAIN }),
  'bundle.body-invalid': (e: { where: string }) => ({
    title: `正文内容不合规定（${e.where}）`,
    advice: ASK_AGAIN,
  }),
  'bundle.body-disagrees': (e: { what: string }) => ({
    title: `正文与清单所写的${e.what}不一致`,
    advice: ASK_AGAIN,
  }),
  'bundle.trust-invalid': (e: { where: string }) => ({
    title: `信任名单不合规定（${e.where}）`,
    advice: '请改用市级下发的信任名单。',
  }),
  'bundle.already-signed': (e: { person: string }) => ({
    title: `“${e.person}”已经签过这份文件`,
    advice: '没有写入任何文件。',
  }),
  'bundle.key-of-other-unit': (e: { unit: string; from: string }) => ({
    title: `密钥属于${e.unit}，不能为${e.from}的文件签名`,
    advice: '请选择本单位的密钥。没有写入任何文件。',
  }),
  'bundle.key-role-unfit': (e: { role: string }) => ({
    title: `${e.role}的密钥不能签这种文件`,
    advice: '请选择填报人或审核人的密钥。没有写入任何文件。',
  }),
  'bundle.records-changed': () => ({
    title: '定稿之后数据又有改动，报表与已签名的文件不再一致',
    advice: '请撤回这份定稿，核对后重新定稿签名；或者用“撤销”退回那些改动。没有写入任何文件。',
  }),
}
