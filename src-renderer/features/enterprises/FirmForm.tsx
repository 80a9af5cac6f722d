import { useMemo } from 'react'
import { computedSize } from '#shared/codes/firm-size.ts'
import { unitByCode } from '#shared/codes/reporting-units.ts'
import type { FieldValue } from '#shared/edits/edit.ts'
import { customField } from '#shared/records/custom-field.ts'
import type { DictionaryField, Row } from '#shared/records/dictionary.ts'
import { PROFILE_ID } from '#shared/records/profile.ts'
import { err } from '#shared/result.ts'
import { openCellHistory } from '../../state/history-place.ts'
import { useFormConflicts } from '../../state/use-conflict-marks.ts'
import { RecordForm } from '../../ui/record-form/RecordForm.tsx'
import { told } from '../../ui/told.ts'
import { editEnterprise } from '../../use-cases/enterprise-edit.ts'
import { useRecords, useWorkspace } from '../../workspace/use-workspace.ts'
import { FIRM_FIELDS } from './firm-columns.tsx'
import { codeNote, editRefusal, sizeNote } from './firm-notes.ts'
import { NamesEditor } from './NamesEditor.tsx'

export interface FirmFormProps {
  readonly firm: Row<'enterprise'>
  readonly readOnly: boolean
  readonly focus?: string
}

const KNOWN_TITLES = ['高新技术企业', '科技型中小企业', '省级小巨人企业', '国家级专精特新“小巨人”企业']

/** The form of one firm, each field saved when it is left; 自定义列 stand in a group of their own. */
export function FirmForm({ firm, readOnly, focus }: FirmFormProps) {
  const workspace = useWorkspace()
  const records = useRecords()
  const inConflict = useFormConflicts('enterprise', firm.id)
  const custom = records.of('column')
  const fields = useMemo(() => [...FIRM_FIELDS, ...custom.map(customField)], [custom])
  const unit = unitByCode(records.get('profile', PROFILE_ID)?.unit ?? '')
  const note = codeNote(firm.code, unit)
  const figures = records.of('figures')
  const size = useMemo(() => sizeNote(firm.size, computedSize(firm, figures)), [firm, figures])

  const save = async (field: DictionaryField, value: FieldValue) => {
    const refusal = editRefusal(field.name, value, null)
    return refusal === null
      ? told(editEnterprise(workspace, firm.id, field, value))
      : err({ message: refusal })
  }
  const editors = readOnly
    ? {}
    : {
        formerNames: () => (
          <NamesEditor
            enterprise={firm.id}
            list="formerNames"
            word="曾用名"
            elements={firm.formerNames ?? {}}
            offered={[]}
          />
        ),
        titles: () => (
          <NamesEditor
            enterprise={firm.id}
            list="titles"
            word="资质"
            elements={firm.titles ?? {}}
            offered={KNOWN_TITLES}
            withYear
          />
        ),
      }
  return (
    <RecordForm
      label={firm.name ?? '企业'}
      fields={fields}
      values={firm}
      onSave={save}
      {...inConflict}
      editors={editors}
      notes={{
        ...(note === null ? {} : { code: note }),
        ...(size?.differs === true ? { size: size.words } : {}),
      }}
      hints={size === null || size.differs ? {} : { size: size.words }}
      readOnly={readOnly}
      onHistory={(field) => openCellHistory('enterprise', firm.id, field.name)}
      {...(focus === undefined ? {} : { focus })}
    />
  )
}
