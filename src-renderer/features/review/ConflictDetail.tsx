import { Button } from '@mantine/core'
import type { Conflict } from '#shared/review/conflict.ts'
import { actWords, choiceWords, placeWords } from '#shared/review/conflict-words.ts'
import { openCellHistory, openHistory } from '../../state/history-place.ts'
import { usePcName } from '../../state/pc-name.ts'
import { placeOf } from '../../state/record-place.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { settleTyped } from '../../use-cases/review-settle.ts'
import { useWorkspace } from '../../workspace/use-workspace.ts'
import { Choice } from './Choice.tsx'
import type { ItemDetailProps } from './ItemDetail.tsx'
import styles from './Review.module.css'
import { typedField } from './review-items.ts'
import { TypedValue } from './TypedValue.tsx'
import { useNaming } from './use-review-items.ts'

const MOST_ACTS = 4

/** The values of one cell: who wrote each, when, on which PC and how; one is chosen or another typed. */
export function ConflictDetail(props: Omit<ItemDetailProps, 'item'> & { readonly conflict: Conflict }) {
  const { conflict, picked, typing } = props
  const workspace = useWorkspace()
  const naming = useNaming()
  const pcName = usePcName()
  const goTo = useScreenState((state) => state.goTo)
  const { record, kind, cell } = placeWords(naming, conflict)
  const field = typedField(naming, conflict)
  const place = placeOf(conflict.type, conflict.id)
  const isVoid = cell === '作废'
  return (
    <section className={styles.detail} aria-label={`${record} 的${cell}`}>
      <h2 className={styles.record}>{record}</h2>
      <p className={styles.cell}>
        {kind} · <strong>{cell}</strong>
        {isVoid ? '：一边作废，另一边同时改了内容' : '：两台电脑填得不一样'}
      </p>
      {conflict.choices.map(({ value, acts }, at) => (
        <Choice
          key={choiceWords(naming, conflict, value)}
          place={at}
          title={choiceWords(naming, conflict, value)}
          picked={picked === at}
          onPick={props.onPick}
          onTake={props.onTake}
        >
          {acts.slice(0, MOST_ACTS).map((act) => {
            const { when, who, pc, how, title } = actWords(act, pcName)
            return (
              <span key={`${act.edit.station} ${act.edit.n}`} className={styles.act}>
                <b>{pc}</b> {when} {who} {how}
                {isVoid ? `：${title}` : ''}
              </span>
            )
          })}
          {acts.length > MOST_ACTS ? (
            <span className={styles.act}>另有 {acts.length - MOST_ACTS} 次</span>
          ) : null}
        </Choice>
      ))}
      {typing && field !== null ? (
        <TypedValue
          field={field}
          onSave={(value) => {
            const done = settleTyped(workspace, conflict, field, value)
            void props.onTyped(done)
            return done
          }}
          onLeave={props.onLeaveTyping}
        />
      ) : null}
      <div className={styles.actions}>
        <Button disabled={picked === null} onClick={() => picked !== null && props.onTake(picked)}>
          选定（回车）
        </Button>
        {field === null || typing ? null : (
          <Button variant="default" onClick={props.onType}>
            另填一个（T）
          </Button>
        )}
        <Button
          variant="subtle"
          onClick={() =>
            isVoid
              ? openHistory(conflict.type, conflict.id)
              : openCellHistory(conflict.type, conflict.id, conflict.register.split('/')[0] ?? '')
          }
        >
          历史
        </Button>
        {place === null ? null : (
          <Button variant="subtle" onClick={() => goTo(place.screen, place.target)}>
            打开记录
          </Button>
        )}
      </div>
      <p className={styles.keys}>
        按 1、2 选一个，回车选定并到下一条；上下键换条；T 另填；U 撤销刚才的选定。
      </p>
    </section>
  )
}
