import { Checkbox, Radio, SegmentedControl } from '@mantine/core'
import type { ReportPeriod } from '#shared/indicators/indicator.ts'
import { periodOf, periodTitle, QUARTERS, quarterName, type Span } from '#shared/indicators/report-period.ts'
import { FORM_IDS, type FormId } from '../../use-cases/print-forms.ts'
import { PLAN_PACK } from '../../workspace/plan-pack.ts'
import styles from './Print.module.css'

export interface FormPickerProps {
  readonly forms: readonly FormId[]
  readonly period: ReportPeriod
  readonly activitySpan: Span
  readonly onToggle: (form: FormId) => void
  readonly onPeriod: (period: ReportPeriod) => void
  readonly onActivitySpan: (span: Span) => void
}

const TITLES = PLAN_PACK.forms

/** Which forms, of which quarter. */
export function FormPicker(props: FormPickerProps) {
  const { forms, period, activitySpan, onToggle, onPeriod, onActivitySpan } = props
  return (
    <>
      <fieldset className={styles.group}>
        <legend>要打印的表</legend>
        {FORM_IDS.map((form) => (
          <Checkbox
            key={form}
            size="xs"
            checked={forms.includes(form)}
            label={`${TITLES[form].label} ${TITLES[form].title}`}
            onChange={() => onToggle(form)}
          />
        ))}
      </fieldset>
      <fieldset className={styles.group}>
        <legend>期别</legend>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label="季度"
          value={String(period.quarter)}
          data={QUARTERS.map((each) => ({ value: String(each), label: quarterName(each) }))}
          onChange={(value) => {
            const picked = QUARTERS.find((each) => String(each) === value)
            if (picked !== undefined) onPeriod(periodOf(period.year, picked))
          }}
        />
        <p className={styles.hint}>{periodTitle(period)}，年度在窗口上方切换</p>
      </fieldset>
      {forms.includes('form5') && period.quarter > 1 ? (
        <Radio.Group
          size="xs"
          label="表5 的范围"
          value={activitySpan}
          onChange={(value) => onActivitySpan(value === 'cumulative' ? 'cumulative' : 'quarter')}
        >
          <div className={styles.choices}>
            <Radio size="xs" value="quarter" label="只列本季" />
            <Radio size="xs" value="cumulative" label={`从1月到${period.quarter * 3}月`} />
          </div>
        </Radio.Group>
      ) : null}
      <p className={styles.hint}>
        纸张 A4。打印对话框里请选“实际大小”，不要选“适应纸张”。盖章处在“填报单位”旁。
      </p>
    </>
  )
}
