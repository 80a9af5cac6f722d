import { parsePatentNumber } from './patent-number.ts'

/** Why a typed number cannot be stored as 申请号 at all; null when it can, be it with a warning. */
export function patentNumberRefusal(typed: string): string | null {
  const parsed = parsePatentNumber(typed)
  if (parsed?.form === 'publication' && parsed.granted) {
    return `${parsed.number} 是授权公告号，请填在“授权公告号”；申请号如 201911044411.X`
  }
  if (parsed?.form === 'publication') return `${parsed.number} 是公布号，不是申请号；申请号如 201911044411.X`
  return parsed?.form === 'certificate' ? '这是专利证书号，不是申请号；申请号如 201911044411.X' : null
}
