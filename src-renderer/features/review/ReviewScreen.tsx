import { Button, SegmentedControl } from '@mantine/core'
import { IconChecklist } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { BulkRule } from '#shared/review/settle.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { BulkDialog } from './BulkDialog.tsx'
import { ReviewDesk } from './ReviewDesk.tsx'
import { KIND_WORDS, type ReviewItem, type ReviewView } from './review-items.ts'
import { useReviewItems } from './use-review-items.ts'

const VIEWS: readonly ReviewView[] = ['all', 'values', 'void', 'duplicate']

/** 待核对: what PCs do not agree on, and what may be there twice. */
export function ReviewScreen() {
  const items = useReviewItems()
  const target = useScreenState((state) => state.target)
  const [view, setView] = useState<ReviewView>('all')
  const [bulk, setBulk] = useState<BulkRule | null>(null)
  const shown = useMemo(() => items.filter((item) => view === 'all' || item.kind === view), [items, view])
  const values = countOf(items, 'values')

  return (
    <Page
      title="待核对"
      aside={
        items.length === 0 ? null : (
          <SegmentedControl
            size="xs"
            aria-label="显示"
            value={view}
            onChange={(value) => setView(value as ReviewView)}
            data={VIEWS.map((value) => ({ value, label: viewLabel(value, items) }))}
          />
        )
      }
      toolbar={
        values === 0 ? null : (
          <Toolbar>
            <Button variant="default" onClick={() => setBulk('own')}>
              全部取本机…
            </Button>
            <Button variant="default" onClick={() => setBulk('newer')}>
              全部取较新…
            </Button>
          </Toolbar>
        )
      }
    >
      {shown.length === 0 ? (
        <NothingOpen isFiltered={items.length > 0} onAll={() => setView('all')} />
      ) : (
        <ReviewDesk items={shown} {...(target?.open === undefined ? {} : { first: target.open })} />
      )}
      {bulk === null ? null : <BulkDialog rule={bulk} onClose={() => setBulk(null)} />}
    </Page>
  )
}

function countOf(items: readonly ReviewItem[], view: ReviewView): number {
  return view === 'all' ? items.length : items.filter(({ kind }) => kind === view).length
}

function viewLabel(view: ReviewView, items: readonly ReviewItem[]): string {
  return `${view === 'all' ? '全部' : KIND_WORDS[view]} ${countOf(items, view)}`
}

function NothingOpen({ isFiltered, onAll }: { isFiltered: boolean; onAll: () => void }) {
  return (
    <EmptyState
      icon={IconChecklist}
      title={isFiltered ? '这一类没有待核对的了' : '没有待核对的内容'}
      next={
        isFiltered
          ? '其他类还有，可查看全部。'
          : '两台电脑填得不一样、一边作废一边改动、疑似重复的企业和专利会列在这里，逐条选定即可。'
      }
    >
      {isFiltered ? (
        <Button variant="default" onClick={onAll}>
          查看全部
        </Button>
      ) : null}
    </EmptyState>
  )
}
