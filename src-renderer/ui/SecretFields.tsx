import { PasswordInput, SegmentedControl, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Secret } from '#shared/backup/secret.ts'
import styles from './dialog.module.css'

const KINDS = [
  { value: 'office', label: '办公室口令' },
  { value: 'reviewer', label: '审核人口令' },
  { value: 'sheet', label: '恢复单' },
] as const

type Kind = (typeof KINDS)[number]['value']
const ALL: readonly Kind[] = KINDS.map(({ value }) => value)

export interface SecretDraft {
  readonly kind: Kind
  readonly text: string
  readonly change: (part: { readonly kind?: Kind; readonly text?: string }) => void
  /** null while nothing is typed. */
  readonly secret: Secret | null
}

/** `kindAtFirst`: what is asked for first. */
export function useSecretDraft(kindAtFirst: Kind = 'office'): SecretDraft {
  const [draft, setDraft] = useState<{ kind: Kind; text: string }>({ kind: kindAtFirst, text: '' })
  const { kind, text } = draft
  const secret: Secret | null =
    text.trim() === '' ? null : kind === 'sheet' ? { kind, digits: text } : { kind, passphrase: text }
  return {
    kind,
    text,
    secret,
    change: (part) =>
      setDraft((before) => ({
        kind: part.kind ?? before.kind,
        // Digits and a passphrase are never the same text.
        text: part.text ?? (part.kind === undefined || part.kind === before.kind ? before.text : ''),
      })),
  }
}

export interface SecretFieldsProps {
  readonly draft: SecretDraft
  /** What may be given; all of them when left out. */
  readonly kinds?: readonly SecretDraft['kind'][]
}

/** A passphrase, or the sixteen groups of the 恢复单. */
export function SecretFields({ draft, kinds = ALL }: SecretFieldsProps) {
  const { kind, text, change } = draft
  return (
    <div className={styles.form}>
      <SegmentedControl
        size="xs"
        aria-label="用什么打开"
        value={kind}
        data={KINDS.filter(({ value }) => kinds.includes(value))}
        onChange={(value) => change({ kind: KINDS.find((each) => each.value === value)?.value ?? kind })}
      />
      {kind === 'sheet' ? (
        <Textarea
          label="恢复单上的数字"
          description="按行逐组输入，共 16 组，每组 6 位；空格和换行都可以"
          autosize
          minRows={4}
          maxRows={6}
          data-autofocus
          value={text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
      ) : (
        <PasswordInput
          label={kind === 'office' ? '办公室口令' : '审核人口令'}
          autoComplete="off"
          data-autofocus
          value={text}
          visibilityToggleButtonProps={{ 'aria-label': '显示或隐藏口令' }}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
      )}
    </div>
  )
}
