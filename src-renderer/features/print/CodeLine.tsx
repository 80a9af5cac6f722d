import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import { Status } from '../../ui/Status.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import type { PaperCode } from '../../use-cases/print-code.ts'

/** Above the preview: whether what is printed is bound to a signed file. */
export function CodeLine({ paper }: { paper: Result<PaperCode, AppError> | null }) {
  if (paper === null) return null
  if (!paper.ok)
    return <Status tone="bad" word={`没有核对定稿，不带校验码：${sentenceOf(paper.error)}`} quiet />
  switch (paper.value.kind) {
    case 'unsigned':
      return <Status tone="note" word="本期还没有定稿，打印件不带校验码" quiet />
    case 'bound':
      return <Status tone="good" word={`带定稿校验码，与 ${paper.value.fileName} 一致`} quiet />
    case 'changed':
      return <Status tone="warn" word="数据已变动，与定稿不一致，打印件不带校验码" quiet />
    case 'missing':
      return <Status tone="warn" word="发件箱里没有本期定稿，打印件不带校验码" quiet />
  }
}
