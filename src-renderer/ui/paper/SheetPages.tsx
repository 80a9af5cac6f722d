import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type PageRange, paginate } from '#shared/sheets/paginate.ts'
import type { Sheet } from '#shared/sheets/sheet.ts'
import { watermarkLines } from '#shared/sheets/watermark.ts'
import { PAGE_BOXES, PX_PER_MM } from './page-box.ts'
import style from './paper.module.css'
import { SheetClosing, SheetOpening } from './SheetBlocks.tsx'
import { SheetTable } from './SheetTable.tsx'

/**
 * A form as fixed A4 pages, the same boxes in preview, on the printer and in the PDF. Rows are measured once in an
 * unbroken table, then each page gets a small table of its own (one long table is quadratic in Chromium's printing).
 */
export function SheetPages({ sheet, onPages }: { sheet: Sheet; onPages?: (pages: number) => void }) {
  const ruler = useRef<HTMLDivElement>(null)
  const [measured, setMeasured] = useState<{ sheet: Sheet; pages: readonly PageRange[] } | null>(null)
  useLayoutEffect(() => {
    let current = true
    void document.fonts.ready.then(() => {
      if (current && ruler.current !== null)
        setMeasured({ sheet, pages: paginate(measure(ruler.current, sheet)) })
    })
    return () => {
      current = false
    }
  }, [sheet])
  const pageCount = measured?.sheet === sheet ? measured.pages.length : null
  useEffect(() => {
    if (pageCount !== null) onPages?.(pageCount)
  }, [pageCount, onPages])
  if (measured?.sheet !== sheet) return <Ruler sheet={sheet} ref={ruler} />
  return measured.pages.map((page, at) => (
    <SheetPage key={page.from} sheet={sheet} page={at + 1} pages={measured.pages.length}>
      {at === 0 && <SheetOpening sheet={sheet} />}
      <SheetTable sheet={sheet} rows={sheet.rows.slice(page.from, page.to)} />
      {at === measured.pages.length - 1 && <SheetClosing sheet={sheet} />}
    </SheetPage>
  ))
}

function SheetPage(props: { sheet: Sheet; page: number; pages: number; children: ReactNode }) {
  const { sheet, page, pages } = props
  return (
    <section
      data-sheet-page
      className={`${style.page} ${style[sheet.orientation]}`}
      aria-label={`${sheet.label}第${page}页`}
    >
      {page > 1 && (
        <div className={style.continued}>
          <span>{`${sheet.label} ${sheet.title}（续）`.trim()}</span>
          <span>{sheet.unitLine.unit.replace('（盖章）', '')}</span>
        </div>
      )}
      {props.children}
      <div className={style.footer}>
        <span>{[sheet.label, sheet.rules].filter((text) => text !== '').join('　')}</span>
        <span className={style.footCode}>{sheet.code === null ? '' : `校验码 ${sheet.code}`}</span>
        <span className={style.footPage}>
          第{page}页 共{pages}页
        </span>
      </div>
      {sheet.watermark !== null && (
        <div className={style.watermark} aria-hidden="true">
          <div className={style.marks}>
            {watermarkLines(sheet.watermark).map((mark) => (
              <span key={mark}>{mark}</span>
            ))}
          </div>
        </div>
      )}
    </section>
  )
}

function Ruler({ sheet, ref }: { sheet: Sheet; ref: React.Ref<HTMLDivElement> }) {
  return (
    <div
      ref={ref}
      className={`${style.page} ${style[sheet.orientation]} ${style.measuring}`}
      aria-hidden="true"
    >
      <SheetOpening sheet={sheet} />
      <SheetTable sheet={sheet} rows={sheet.rows} />
      <SheetClosing sheet={sheet} />
    </div>
  )
}

function measure(ruler: HTMLElement, sheet: Sheet) {
  const box = PAGE_BOXES[sheet.orientation]
  const [opening, table, closing] = Array.from(ruler.children)
  // The preview scales by a transform, which rectangles on screen include and the layout does not.
  const scale = ruler.getBoundingClientRect().width / (box.width * PX_PER_MM)
  const height = (element: Element | undefined | null): number =>
    (element?.getBoundingClientRect().height ?? 0) / scale
  return {
    // One row's border is shared with its neighbour in the long table but not at a page's end: 2 px of reserve.
    body: (box.height - box.margin.top - box.margin.bottom) * PX_PER_MM - 2,
    opening: height(opening),
    header: height(table?.querySelector('thead')),
    rows: Array.from(table?.querySelectorAll('tbody > tr') ?? [], height),
    closing: height(closing),
  }
}
