import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type RefObject, useEffect } from 'react'
import { Status, type StatusTone } from '../../ui/Status.tsx'
import styles from './Review.module.css'
import { itemWords, KIND_WORDS, type ReviewItem, type ReviewKind } from './review-items.ts'
import { useNaming } from './use-review-items.ts'

export interface ReviewListProps {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly items: readonly ReviewItem[]
  readonly at: number
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onPick: (at: number) => void
}

const ITEM_HEIGHT = 56
const TONES: { readonly [K in ReviewKind]: StatusTone } = { values: 'warn', void: 'bad', duplicate: 'note' }

/** The open items; the focus stays on the list, the item it stands on is told by aria-activedescendant. */
export function ReviewList({ ref, items, at, onKeyDown, onPick }: ReviewListProps) {
  const naming = useNaming()
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => ref.current,
    estimateSize: () => ITEM_HEIGHT,
    overscan: 6,
  })
  useEffect(() => rows.scrollToIndex(at, { align: 'auto' }), [rows, at])
  return (
    <div
      ref={ref}
      role="listbox"
      aria-label="待核对的内容"
      aria-activedescendant={`review-${at}`}
      tabIndex={0}
      className={styles.list}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const item = items[index]
          if (item === undefined) return null
          const { title, detail } = itemWords(naming, item)
          return (
            <div
              key={item.key}
              id={`review-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              className={styles.item}
              style={{ transform: `translateY(${start}px)`, height: ITEM_HEIGHT }}
              onMouseDown={(event) => {
                event.preventDefault()
                onPick(index)
              }}
            >
              <span className={styles.itemTitle} title={title}>
                {title}
              </span>
              <span className={styles.itemDetail}>{detail}</span>
              <span className={styles.kind}>
                <Status tone={TONES[item.kind]} word={KIND_WORDS[item.kind]} quiet />
              </span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
