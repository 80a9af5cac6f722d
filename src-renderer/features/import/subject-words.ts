import { SUBJECT_TITLES, type Subject } from '#shared/tabular/cleaned.ts'

export interface SubjectWords {
  /** What the workbook holds. */
  readonly list: string
  /** Title of the screen its records are shown on. */
  readonly screen: string
  /** What else is understood, one sentence. */
  readonly hint: string
}

export const SUBJECT_WORDS: { readonly [S in Subject]: SubjectWords } = {
  enterprises: {
    list: SUBJECT_TITLES.enterprises,
    screen: '企业',
    hint: '表头怎么写、在第几行都可以，各年营业收入、研发费用一并导入。',
  },
  patents: {
    list: SUBJECT_TITLES.patents,
    screen: '专利',
    hint: '同一文件里的“列入前情况”表一并导入。',
  },
  figures: {
    list: SUBJECT_TITLES.figures,
    screen: '企业数据',
    hint: '企业要先在名录中。',
  },
  activities: {
    list: SUBJECT_TITLES.activities,
    screen: '服务活动',
    hint: '同一文件里的“参加企业”表一并导入。',
  },
}
