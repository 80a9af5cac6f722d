import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Result } from '#shared/result.ts'
import { Failure } from '../../ui/Failure.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { putEnterpriseElement, removeEnterpriseElement } from '../../use-cases/enterprise-edit.ts'
import { useWorkspace } from '../../workspace/use-workspace.ts'
import styles from './Enterprises.module.css'

export interface NamesEditorProps {
  readonly enterprise: string
  readonly list: 'formerNames' | 'titles'
  /** 曾用名, 资质. */
  readonly word: string
  readonly elements: Readonly<Record<string, { readonly name: string; readonly year?: number | undefined }>>
  readonly offered: readonly string[]
  readonly withYear?: boolean
}

const LONGEST = { formerNames: 120, titles: 80 } as const

/** A list of names: one line each, taken out by ×, a new one typed below and stored by Enter or 添加. */
export function NamesEditor(props: NamesEditorProps) {
  const { enterprise, list, word, elements, withYear = false } = props
  const workspace = useWorkspace()
  const offers = useId()
  const [name, setName] = useState('')
  const [year, setYear] = useState('')
  const [failure, setFailure] = useState<string | null>(null)

  function told(result: Result<unknown, AppError>) {
    setFailure(result.ok ? null : sentenceOf(result.error))
    return result.ok
  }

  async function add() {
    const typed = name.trim()
    if (typed === '') return
    if (typed.length > LONGEST[list]) return setFailure(`${word}太长（${typed.length} 字）`)
    if (year !== '' && !/^(19|20)\d{2}$/.test(year)) return setFailure('年份请填四位数字')
    const element = year === '' ? { name: typed } : { name: typed, year: Number(year) }
    if (!told(await putEnterpriseElement(workspace, enterprise, list, element))) return
    setName('')
    setYear('')
  }

  function press(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    void add()
  }

  return (
    <div className={styles.names}>
      {Object.entries(elements).map(([key, element]) => (
        <span key={key} className={styles.element}>
          {element.name}
          {element.year === undefined ? '' : `（${element.year}年）`}
          <ActionIcon
            size="sm"
            aria-label={`去掉${word}“${element.name}”`}
            onClick={() => {
              void removeEnterpriseElement(workspace, enterprise, list, key).then(told)
            }}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </span>
      ))}
      <span className={styles.newName}>
        <input
          className={styles.nameInput}
          aria-label={`新的${word}`}
          placeholder={`添加${word}`}
          // closing the program asks first while a name is typed and not added
          data-refused={name.trim() === '' ? undefined : true}
          list={props.offered.length > 0 ? offers : undefined}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={press}
        />
        {withYear ? (
          <input
            className={styles.yearInput}
            aria-label={`${word}的年份`}
            placeholder="年份"
            inputMode="numeric"
            value={year}
            onChange={(event) => setYear(event.currentTarget.value.trim())}
            onKeyDown={press}
          />
        ) : null}
        <Button variant="default" disabled={name.trim() === ''} onClick={() => void add()}>
          添加
        </Button>
      </span>
      <datalist id={offers}>
        {props.offered.map((offer) => (
          <option key={offer} value={offer} />
        ))}
      </datalist>
      <Failure sentence={failure} />
    </div>
  )
}
