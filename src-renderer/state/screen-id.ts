/** The screens of the program, in the order of the navigation; `import` is reached from other screens. */
export const SCREEN_IDS = [
  'enterprises',
  'patents',
  'figures',
  'activities',
  'plan',
  'review',
  'progress',
  'print',
  'report',
  'verify',
  'exchange',
  'log',
  'backup',
  'settings',
  'succession',
  'import',
] as const

export type ScreenId = (typeof SCREEN_IDS)[number]
