import { notifications } from '@mantine/notifications'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useMergePlace } from '../../state/merge-place.ts'
import { undoneWords } from '../../state/undo-words.ts'
import { sentenceOf } from '../../ui/sentence.ts'
import { sayDistinct, settleConflict } from '../../use-cases/review-settle.ts'
import { useWorkspace } from '../../workspace/use-workspace.ts'
import { deskKey } from './desk-keys.ts'
import { ItemDetail } from './ItemDetail.tsx'
import styles from './Review.module.css'
import { ReviewList } from './ReviewList.tsx'
import type { ReviewItem } from './review-items.ts'
import { useSettledHere } from './use-settled-here.ts'

export interface ReviewDeskProps {
  readonly items: readonly ReviewItem[]
  /** Key of the item to begin with. */
  readonly first?: string
}

/** The list on the left has the focus and takes every key; the open item on the right shows what they do. */
export function ReviewDesk({ items, first }: ReviewDeskProps) {
  const workspace = useWorkspace()
  const list = useRef<HTMLDivElement>(null)
  const openMerge = useMergePlace((state) => state.open)
  const merging = useMergePlace((state) => state.pair !== null)
  const settled = useSettledHere()
  const [cursor, setCursor] = useState<Cursor>({ key: first ?? items[0]?.key ?? '', at: 0 })
  const [picked, setPicked] = useState<{ readonly key: string; readonly choice: number } | null>(null)
  const [typing, setTyping] = useState(false)

  const found = items.findIndex((item) => item.key === cursor.key)
  const at = found >= 0 ? found : Math.min(cursor.at, items.length - 1)
  const item = items[at]
  const choice = picked !== null && picked.key === item?.key ? picked.choice : null

  useEffect(() => {
    if (!merging) list.current?.focus()
  }, [merging])

  function moveTo(place: number) {
    const next = items[Math.max(0, Math.min(items.length - 1, place))]
    if (next === undefined) return
    setTyping(false)
    setCursor({ key: next.key, at: items.indexOf(next) })
    list.current?.focus()
  }

  async function settle(done: ReturnType<typeof settleConflict>, key: string) {
    setCursor({ key, at })
    const result = await settled.note(key, done)
    if (result.ok) {
      setTyping(false)
      list.current?.focus()
    } else if (!typing) {
      // What was typed stays in its field, which says what is wrong.
      notifications.show({ color: 'red', title: '没有选定', message: sentenceOf(result.error) })
      list.current?.focus()
    }
  }

  /** Takes what is picked; of a pair the first answer opens 合并. */
  function take(of: ReviewItem, place: number | null) {
    if (place === null) return
    if (of.kind === 'duplicate') {
      if (place === 0) openMerge(of.duplicate)
      else if (of.duplicate.mayDiffer) void settle(sayDistinct(workspace, of.duplicate), of.key)
      return
    }
    const chosen = of.conflict.choices[place]
    if (chosen !== undefined) void settle(settleConflict(workspace, of.conflict, chosen.value), of.key)
  }

  function typeAnother() {
    setPicked(null)
    setTyping(true)
  }

  async function undo() {
    const undone = await settled.undo()
    if (undone === null) notifications.show({ message: '这次打开以后还没有选定过，没有可撤销的。' })
    else if (undone.result.ok) {
      notifications.show({ message: undoneWords('撤销', undone.result.value) })
      setCursor({ key: undone.key, at })
    } else {
      const message = sentenceOf(undone.result.error)
      notifications.show({ color: 'red', title: '没有撤销', message })
    }
    list.current?.focus()
  }

  function takeKey(event: KeyboardEvent) {
    if (item === undefined) return
    const meant = deskKey(event, choicesOf(item))
    if (meant === null) return
    event.preventDefault()
    if (meant.kind === 'move')
      moveTo(meant.to === 'first' ? 0 : meant.to === 'last' ? items.length - 1 : at + meant.to)
    if (meant.kind === 'pick') setPicked({ key: item.key, choice: meant.choice })
    if (meant.kind === 'take') take(item, choice)
    if (meant.kind === 'type') typeAnother()
    if (meant.kind === 'undo') void undo()
  }

  return (
    <div className={styles.desk}>
      <ReviewList ref={list} items={items} at={at} onKeyDown={takeKey} onPick={moveTo} />
      {item === undefined ? null : (
        <ItemDetail
          key={item.key}
          item={item}
          picked={choice}
          typing={typing}
          onPick={(place) => {
            setPicked({ key: item.key, choice: place })
            list.current?.focus()
          }}
          onTake={(place) => take(item, place)}
          onType={typeAnother}
          onTyped={(done) => settle(done, item.key)}
          onLeaveTyping={() => {
            setTyping(false)
            list.current?.focus()
          }}
        />
      )}
    </div>
  )
}

/** Where the list stands: the item, and its place for when it is settled and gone. */
interface Cursor {
  readonly key: string
  readonly at: number
}

function choicesOf(item: ReviewItem): number {
  if (item.kind === 'duplicate') return item.duplicate.mayDiffer ? 2 : 1
  return item.conflict.choices.length
}
