export const keyErrors = {
  'key.passphrase-short': (e: { minimum: number }) => ({
    title: `口令至少 ${e.minimum} 个字符（首尾空格不算）`,
    advice: '可用一句容易记住的话。没有写入任何文件。',
  }),
  'key.wrong-passphrase': () => ({
    title: '口令不对，或密钥文件被改动过',
    advice: '请核对大小写和输入法后再试；没有签名，也没有写入任何文件。',
  }),
  'key.not-a-key-file': () => ({
    title: '这不是本程序的密钥文件',
    advice: '请选择生成密钥时保存的文件。',
  }),
  'key.damaged': () => ({
    title: '密钥文件的内容前后不符',
    advice: '请改用备份的密钥文件，或重新生成并登记。',
  }),
  'key.newer': () => ({ title: '密钥文件由较新版本的软件生成', advice: '请先升级软件。' }),
  'key.not-found': () => ({ title: '本机没有这个密钥', advice: '请重新选择签名人，或先生成密钥。' }),
  'key.self-test-failed': (e: { algorithm: string }) => ({
    title: '签名算法自检没有通过，已停用签名和验证',
    advice: `请重新安装程序；仍出现时请告知技术人员（${e.algorithm}）。`,
  }),
}
