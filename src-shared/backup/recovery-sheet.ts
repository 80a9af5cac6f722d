import type { Sheet } from '../sheets/sheet.ts'
import { GROUPS_PER_ROW, SHEET_GROUPS } from './recovery-digits.ts'

export interface RecoverySheetParts {
  /** 单位全称. */
  readonly unit: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** Sixteen groups of six digits. */
  readonly groups: readonly string[]
  readonly watermark: string | null
}

const ROWS = SHEET_GROUPS / GROUPS_PER_ROW

/** 备份恢复单: one A4 page that opens every backup of the office when the passphrase is forgotten. */
export function recoverySheet({ unit, date, groups, watermark }: RecoverySheetParts): Sheet {
  return {
    form: 'recovery',
    label: '',
    title: '备份恢复单',
    period: '',
    unitLine: { unit: `填报单位：${unit}`, date: `打印日期：${date}`, measure: null },
    orientation: 'portrait',
    columns: [
      { headings: ['行'], width: 1, align: 'center' },
      ...Array.from({ length: GROUPS_PER_ROW }, (_, at) => ({
        headings: [`第 ${at + 1} 组`],
        width: 3,
        align: 'center' as const,
      })),
    ],
    rows: Array.from({ length: ROWS }, (_, row) => ({
      kind: 'data' as const,
      cells: [String(row + 1), ...groups.slice(row * GROUPS_PER_ROW, (row + 1) * GROUPS_PER_ROW)],
    })),
    notes: [
      '持有本单即可打开本单位的全部备份（含企业联系电话和经营数据）。请装入信封、封口盖章，存放在办公室保险柜，不要拍照，不要与U盘放在一起。',
      '口令忘记、人员离岗时使用：在程序的“备份”页点“从备份恢复”，选“恢复单”，按行逐组输入以上数字。',
      '每组最后一位是校验数字，输错时程序会指出是哪一行哪一组。更换口令后本单仍然有效。',
    ],
    signatures: [
      { label: '单位负责人', value: '' },
      { label: '封存人', value: '' },
      { label: '封存日期', value: '' },
    ],
    rules: '',
    watermark,
    code: null,
  }
}
