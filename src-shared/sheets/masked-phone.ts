/**
 * Phones of persons as printed: 15412348888 gives 154****8888, 0730-0813123 gives 0730-****123 (个人信息保护法).
 * Every number in the text is masked; the office phone of the unit is never passed here.
 */
export function maskedPhone(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(?<!\d)(?:\+?86[- ]?)?(1\d{2})[- ]?\d{4}[- ]?(\d{4})(?!\d)/g, '$1****$2')
    .replace(
      /(?<![\d*])(0\d{2,3}[-)\s]?)?\d{4,}(\d{3})(?!\d)/g,
      (_, area: string | undefined, end: string) => {
        return `${area ?? ''}****${end}`
      },
    )
}
