import type { Sheet } from '#shared/sheets/sheet.ts'
import style from './paper.module.css'
import { QrCode } from './QrCode.tsx'

/** Label, title, period and unit line: the top of the first page. */
export function SheetOpening({ sheet }: { sheet: Sheet }) {
  const { unit, date, measure } = sheet.unitLine
  return (
    <div className={style.opening}>
      <div className={style.label}>{sheet.label}</div>
      <div className={style.title}>{sheet.title}</div>
      <div className={style.period}>{sheet.period}</div>
      <div className={style.unitLine}>
        <span className={style.unit}>{unit}</span>
        <span>{date}</span>
        <span>{measure}</span>
      </div>
    </div>
  )
}

/** Notes, signatures and, on the 报送交接单, code and QR that bind paper and file: the end of the last page. */
export function SheetClosing({ sheet }: { sheet: Sheet }) {
  return (
    <div className={style.closing}>
      <div className={style.notes}>
        {sheet.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
      {sheet.stampSpace === true && <div className={style.stamp}>（单位盖章）</div>}
      <div className={style.signatures}>
        {sheet.signatures.map(({ label, value }) => (
          <span key={label} className={style.signature}>
            {label}：{value}
          </span>
        ))}
      </div>
      {sheet.code !== null && sheet.qr !== undefined && (
        <div className={style.binding}>
          <QrCode text={sheet.qr} className={style.qr ?? ''} />
          <span>
            校验码 <span className={style.code}>{sheet.code}</span>
          </span>
        </div>
      )}
    </div>
  )
}
