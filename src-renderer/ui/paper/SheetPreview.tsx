import { ActionIcon, SegmentedControl } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Sheet } from '#shared/sheets/sheet.ts'
import { PAGE_BOXES, PX_PER_MM } from './page-box.ts'
import { SheetPages } from './SheetPages.tsx'
import styles from './SheetPreview.module.css'

export type PreviewZoom = 'width' | 'page' | 'full'

export interface SheetPreviewProps {
  /** Kept by the caller between renders: a new array is laid out anew. */
  readonly sheets: readonly Sheet[]
  /** All pages of all sheets; called once they stand. */
  readonly onPages?: (pages: number) => void
  /** Beside the page switch: what is shown. */
  readonly children?: ReactNode
}

const EDGE = 16
const ZOOMS = [
  { value: 'width', label: '适合宽度' },
  { value: 'page', label: '整页' },
  { value: 'full', label: '100%' },
]

/** The pages of some sheets as they will be printed, one under the other, with zoom and page switch. */
export function SheetPreview({ sheets, onPages, children }: SheetPreviewProps) {
  const [zoom, setZoom] = useState<PreviewZoom>('width')
  const view = useRef<HTMLDivElement>(null)
  const paper = useRef<HTMLDivElement>(null)
  const room = useSize(view)
  const size = useSize(paper)
  const pages = usePageCount(sheets, onPages)
  const at = useCurrentPage(view, size.height)
  const scale = scaleOf(zoom, sheets, room)
  useKeptPage(scale, at)
  return (
    <div className={styles.preview}>
      <div className={styles.bar}>
        <div className={styles.words}>{children}</div>
        <ActionIcon aria-label="上一页" disabled={at.page <= 1} onClick={() => at.goTo(at.page - 1)}>
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <span className={styles.count}>
          {pages.total === null
            ? '正在排版'
            : `第 ${Math.min(at.page, pages.total)} 页，共 ${pages.total} 页`}
        </span>
        <ActionIcon
          aria-label="下一页"
          disabled={pages.total === null || at.page >= pages.total}
          onClick={() => at.goTo(at.page + 1)}
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
        <SegmentedControl
          size="xs"
          aria-label="显示比例"
          value={zoom}
          data={ZOOMS}
          onChange={(value) => setZoom(value === 'page' ? 'page' : value === 'full' ? 'full' : 'width')}
        />
      </div>
      <section ref={view} className={styles.view} aria-label="预览">
        <div className={styles.room} style={{ width: size.width * scale, height: size.height * scale }}>
          <div ref={paper} className={styles.paper} style={{ transform: `scale(${scale})` }}>
            {sheets.map((sheet, index) => (
              <CountedPages key={sheet.form} sheet={sheet} index={index} onCount={pages.count} />
            ))}
          </div>
        </div>
      </section>
    </div>
  )
}

function CountedPages(props: {
  sheet: Sheet
  index: number
  onCount: (index: number, pages: number) => void
}) {
  const { sheet, index, onCount } = props
  const report = useCallback((pages: number) => onCount(index, pages), [index, onCount])
  return <SheetPages sheet={sheet} onPages={report} />
}

/** Scale by which the widest page fits; pages keep their layout, so the preview breaks lines as paper does. */
function scaleOf(zoom: PreviewZoom, sheets: readonly Sheet[], room: Size): number {
  if (zoom === 'full' || room.width === 0) return 1
  const boxes = sheets.map((sheet) => PAGE_BOXES[sheet.orientation])
  const width = Math.max(1, ...boxes.map((box) => box.width)) * PX_PER_MM
  const height = Math.max(1, ...boxes.map((box) => box.height)) * PX_PER_MM
  const wide = (room.width - 2 * EDGE) / width
  return Math.max(0.2, zoom === 'width' ? wide : Math.min(wide, (room.height - 2 * EDGE) / height))
}

interface Size {
  readonly width: number
  readonly height: number
}

function useSize(element: React.RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const target = element.current
    if (target === null) return
    const observer = new ResizeObserver(() => {
      // clientWidth leaves the scroll bar out, and transforms change neither.
      setSize({ width: target.clientWidth, height: target.clientHeight })
    })
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])
  return size
}

function usePageCount(sheets: readonly Sheet[], onPages?: (pages: number) => void) {
  const [counts, setCounts] = useState<{ sheets: readonly Sheet[]; pages: readonly number[] }>({
    sheets,
    pages: [],
  })
  const count = useCallback(
    (index: number, pages: number) =>
      setCounts((before) => {
        const known = before.sheets === sheets ? before.pages : []
        return { sheets, pages: sheets.map((_, at) => (at === index ? pages : (known[at] ?? 0))) }
      }),
    [sheets],
  )
  const current = counts.sheets === sheets ? counts.pages : []
  const isComplete = current.length === sheets.length && current.every((pages) => pages > 0)
  const total = isComplete ? current.reduce((sum, pages) => sum + pages, 0) : null
  useEffect(() => {
    if (total !== null) onPages?.(total)
  }, [total, onPages])
  return { total, count }
}

/** The page at the upper third of the view, 1-based, by where its box really is. */
function useCurrentPage(view: React.RefObject<HTMLElement | null>, height: number) {
  const [page, setPage] = useState(1)
  useEffect(() => {
    const target = view.current
    if (target === null || height === 0) return
    const look = () =>
      setPage(Math.max(1, pageTops(target).findLastIndex((top) => top <= target.clientHeight / 3) + 1))
    look()
    target.addEventListener('scroll', look, { passive: true })
    return () => target.removeEventListener('scroll', look)
  }, [view, height])
  const goTo = (wanted: number) => {
    const target = view.current
    const top = target === null ? undefined : pageTops(target)[wanted - 1]
    if (top !== undefined) target?.scrollBy({ top: top - EDGE })
  }
  return { page, goTo }
}

/** Another zoom shows the page that was looked at, not whatever has moved to its place. */
function useKeptPage(scale: number, at: ReturnType<typeof useCurrentPage>): void {
  const shown = useRef({ scale, page: at.page })
  useLayoutEffect(() => {
    if (shown.current.scale !== scale) at.goTo(shown.current.page)
    shown.current = { scale, page: shown.current.scale === scale ? at.page : shown.current.page }
  })
}

/** Upper edges of the pages, px from the upper edge of the view. */
function pageTops(view: HTMLElement): readonly number[] {
  const { top } = view.getBoundingClientRect()
  return Array.from(
    view.querySelectorAll('[data-sheet-page]'),
    (page) => page.getBoundingClientRect().top - top,
  )
}
