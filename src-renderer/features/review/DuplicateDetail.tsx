import { Button } from '@mantine/core'
import { firmFootprint } from '#shared/edits/merge-firms.ts'
import type { Records } from '#shared/edits/read-model.ts'
import { recordName } from '#shared/edits/record-words.ts'
import { fieldOf } from '#shared/records/dictionary.ts'
import { formatField } from '#shared/records/parse-typed.ts'
import type { Duplicate } from '#shared/review/duplicate.ts'
import { placeOf } from '../../state/record-place.ts'
import { useScreenState } from '../../state/screen-state.ts'
import { useRecords } from '../../workspace/use-workspace.ts'
import { Choice } from './Choice.tsx'
import type { DetailProps } from './ItemDetail.tsx'
import styles from './Review.module.css'

const SHOWN = {
  enterprise: ['code', 'formerNames', 'park', 'address', 'contact', 'phone', 'founded'],
  patent: ['applicationNo', 'title', 'owners', 'filedOn', 'grantedOn', 'status'],
} as const

/** Two records side by side, and what the clerk may answer. */
export function DuplicateDetail({
  duplicate,
  picked,
  onPick,
  onTake,
}: DetailProps & { readonly duplicate: Duplicate }) {
  const records = useRecords()
  const goTo = useScreenState((state) => state.goTo)
  const { type, ids, words, mayDiffer } = duplicate
  const thing = type === 'enterprise' ? '家' : '件'
  const rows = ids.map((id) => records.get(type, id))
  return (
    <section className={styles.detail} aria-label={`疑似重复：${words}`}>
      <h2 className={styles.record}>是不是同一{thing}？</h2>
      <p className={styles.cell}>疑似重复 · {words}</p>
      <table className={styles.pair}>
        <thead>
          <tr>
            <th scope="col">项目</th>
            {ids.map((id) => (
              <th key={id} scope="col">
                {recordName(records, type, id)}
                <Button
                  size="compact-xs"
                  variant="subtle"
                  onClick={() => {
                    const place = placeOf(type, id)
                    if (place !== null) goTo(place.screen, place.target)
                  }}
                >
                  打开
                </Button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SHOWN[type].map((name) => {
            const field = fieldOf(type, name)
            const texts = rows.map((row) =>
              formatField(field, row === undefined ? undefined : Reflect.get(row, name)),
            )
            if (texts.every((text) => text === '')) return null
            return (
              <tr key={name} data-same={texts[0] === texts[1]}>
                <th scope="row">{field.title}</th>
                {ids.map((id, side) => (
                  <td key={id}>{texts[side] || '—'}</td>
                ))}
              </tr>
            )
          })}
          {type === 'enterprise' ? (
            <tr>
              <th scope="row">关联记录</th>
              {ids.map((id) => (
                <td key={id}>{footprintWords(records, id)}</td>
              ))}
            </tr>
          ) : null}
        </tbody>
      </table>
      <Choice place={0} title={`是同一${thing}，合并…`} picked={picked === 0} onPick={onPick} onTake={onTake}>
        <span className={styles.act}>两边不同的地方逐处选定，可撤销</span>
      </Choice>
      {mayDiffer ? (
        <Choice place={1} title={`不是同一${thing}`} picked={picked === 1} onPick={onPick} onTake={onTake}>
          <span className={styles.act}>记下来，以后各台电脑都不再提示这一对，可撤销</span>
        </Choice>
      ) : (
        <p className={styles.keys}>
          {type === 'enterprise'
            ? '不同的企业不会有相同的统一社会信用代码：不是同一家的，请打开改正其中一家的代码。'
            : '不同的专利不会有相同的申请号：不是同一件的，请打开改正其中一件的申请号。'}
        </p>
      )}
      <div className={styles.actions}>
        <Button disabled={picked === null} onClick={() => picked !== null && onTake(picked)}>
          确定（回车）
        </Button>
      </div>
      <p className={styles.keys}>
        按 1{mayDiffer ? '、2' : ''} 选一个，回车确定并到下一条；上下键换条；U 撤销。
      </p>
    </section>
  )
}

function footprintWords(records: Records, id: string): string {
  const { patents, activities, figures, years } = firmFootprint(records, id)
  const lists = years.length === 0 ? '不在名单中' : `${years.join('、')}年名单`
  return `专利 ${patents} 件，服务活动 ${activities} 次，企业数据 ${figures} 条，${lists}`
}
