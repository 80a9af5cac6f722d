/** The eight tasks and five safeguards of the notice of 2020-09-18, as a measure names the one it serves. */
export const NOTICE_TASKS = [
  '任务一 研发投入',
  '任务二 破零',
  '任务三 专精特新',
  '任务四 成果转化',
  '任务五 数字化',
  '任务六 平台',
  '任务七 服务体系',
  '任务八 人才',
  '保障一 组织',
  '保障二 政策',
  '保障三 示范',
  '保障四 支撑',
  '保障五 宣传',
] as const
