import { parsePatentNumber } from '#shared/codes/patent-number.ts'
import type { Row } from '#shared/records/dictionary.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { GrantAnswer } from '../../use-cases/patent-grant.ts'

export interface GrantDraft {
  readonly announced: boolean
  readonly grantedOn: string
  readonly grantNo: string
}

type Told<T> = Result<T, { readonly message: string }>

/** The answer to 公告了吗, or what is wrong with it. */
export function grantAnswer(
  draft: GrantDraft,
  patent: Row<'patent'>,
  today: string,
  readDate: (typed: string) => Told<string>,
): Told<GrantAnswer> {
  if (!draft.announced) return ok({ announced: false })
  const date = readDate(draft.grantedOn)
  if (!date.ok) return date
  const grantedOn = date.value
  if (grantedOn === '') return err({ message: '请填授权公告日；还没有公告的选“未公告”' })
  if (grantedOn > today) return err({ message: `授权公告日 ${grantedOn} 在今天之后` })
  if (patent.filedOn !== undefined && grantedOn < patent.filedOn.slice(0, grantedOn.length)) {
    return err({ message: `授权公告日早于申请日 ${patent.filedOn}` })
  }
  const typed = draft.grantNo.trim()
  const parsed = parsePatentNumber(typed)
  if (parsed?.form === 'application') return err({ message: '授权公告号填成了申请号；公告号如 CN110941994B' })
  const grantNo = parsed?.form === 'publication' ? parsed.number : typed
  return ok({ announced: true, grantedOn, grantNo: grantNo === '' ? null : grantNo.slice(0, 30) })
}
