/** What marks a sheet that is no report: several marks with a space between them; null on a 定稿 of a real unit. */
export type Watermark = '送审稿' | '试用数据' | '试用数据 送审稿' | null

/** The marks of a 送审稿 in a unit that is marked already or not. */
export function draftWatermark(trial: '试用数据' | null): Watermark {
  return trial === null ? '送审稿' : '试用数据 送审稿'
}

/** True for a 送审稿, which never carries a code (DOMAIN.md J16). */
export const isDraft = (watermark: Watermark): boolean => watermarkLines(watermark).includes('送审稿')

/** Each mark by itself, as paper shows them one under the other. */
export const watermarkLines = (watermark: string | null): readonly string[] =>
  watermark === null ? [] : watermark.split(' ')

/** The marks as one line: 【试用数据】【送审稿】. */
export const watermarkText = (watermark: string): string =>
  watermarkLines(watermark)
    .map((mark) => `【${mark}】`)
    .join('')
