export const packErrors = {
  'pack.invalid': (e: { detail: string }) => ({
    title: '口径文件内容不完整或格式不符，没有采用',
    advice: `请向市级索取新的口径文件（${e.detail}）。`,
  }),
}
