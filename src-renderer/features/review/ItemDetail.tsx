import type { EditDraft } from '#shared/edits/edit.ts'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import { ConflictDetail } from './ConflictDetail.tsx'
import { DuplicateDetail } from './DuplicateDetail.tsx'
import type { ReviewItem } from './review-items.ts'

/** What both kinds of detail let the clerk do. */
export interface DetailProps {
  /** The marked answer, 0-based. */
  readonly picked: number | null
  readonly onPick: (choice: number) => void
  readonly onTake: (choice: number) => void
}

export interface ItemDetailProps extends DetailProps {
  readonly item: ReviewItem
  readonly typing: boolean
  readonly onType: () => void
  readonly onTyped: (done: Promise<Result<EditDraft, AppError>>) => Promise<void>
  readonly onLeaveTyping: () => void
}

/** The open item. */
export function ItemDetail({ item, ...props }: ItemDetailProps) {
  if (item.kind === 'duplicate') return <DuplicateDetail {...props} duplicate={item.duplicate} />
  return <ConflictDetail {...props} conflict={item.conflict} />
}
