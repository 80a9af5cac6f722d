import type { ReportedFigure } from '#shared/bundle/report-body.ts'
import { figureText } from './figure-text.ts'
import styles from './Report.module.css'

/** The numbers of 表1 as they travel. */
export function NumbersTable({ figures }: { figures: readonly ReportedFigure[] }) {
  return (
    <table className={styles.numbers}>
      <thead>
        <tr>
          <th scope="col">指标</th>
          <th scope="col">单位</th>
          <th scope="col" className={styles.right}>
            本季
          </th>
          <th scope="col" className={styles.right}>
            累计
          </th>
          <th scope="col" className={styles.right}>
            缺报、待核实
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={figure.indicator}>
            <th scope="row">{figure.title}</th>
            <td className={styles.muted}>{figure.unit}</td>
            <td className={styles.right}>{figureText(figure.indicator, figure.quarter)}</td>
            <td className={styles.right}>{figureText(figure.indicator, figure.cumulative)}</td>
            <td className={styles.right}>{figure.missing === 0 ? '' : figure.missing}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
