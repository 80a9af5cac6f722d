import { isSafeKey } from '../../edits/register-schema.ts'
import { cellText, compact } from '../cell-text.ts'
import type { Cell } from '../matrix.ts'
import { emptyMark, NOTHING, plain, type Reading, refused, taken } from './reading.ts'

const YES = /^(√|✓|✔|☑|●|是|有|y|yes|true|1|对|已|v)$/iu
const NO = /^(×|x|✗|✘|否|无|没有|没|n|no|false|0|不是|未)$/iu
const YES_WITH_YEAR = /^(?:√|是|有)?\(?((?:19|20)\d{2})年?\)?$/u

/** 是 / 否 in the spellings of √ 是 有 and × 否 无. */
export function readFlag(cell: Cell): Reading {
  if (typeof cell === 'boolean') return plain(cell)
  const text = compact(cellText(cell))
  if (text === '') return NOTHING
  if (YES.test(text)) return plain(true)
  if (NO.test(text)) return plain(false)
  return emptyMark(text) === null
    ? refused('flag-unknown')
    : { notes: [{ kind: 'placeholder-empty', after: '' }] }
}

/** A column that is one honour (高企 with √): the element of 现有资质 it stands for. */
export function readTitleFlag(cell: Cell, title: string): Reading {
  const text = compact(cellText(cell))
  if (text === '' || NO.test(text)) return NOTHING
  if (YES.test(text)) return plain({ name: title })
  const year = YES_WITH_YEAR.exec(text)?.[1]
  if (year !== undefined)
    return taken({ name: title, year: Number(year) }, ['enum-alias'], `${title}(${year})`)
  if (emptyMark(text) !== null) return { notes: [{ kind: 'placeholder-empty', after: '' }] }
  const named = titleOf(text)
  return named === title ? taken({ name: title }, ['enum-alias'], title) : refused('flag-unknown')
}

const TITLE_ALIASES: readonly (readonly [RegExp, string])[] = [
  [/^(高企|国高|国高企|国家高企|高新|高新企业|国家高新技术企业|高新技术企业)$/u, '高新技术企业'],
  [/^(科小|科技型中小企业|国家科技型中小企业|科技型企业)$/u, '科技型中小企业'],
  [
    /^(省小巨人|省级小巨人|省级小巨人企业|湖南省小巨人|湖南省小巨人企业|省专精特新小巨人|省级专精特新小巨人企业)$/u,
    '省级小巨人企业',
  ],
  [
    /^(国家小巨人|国家级小巨人|国家级小巨人企业|国家级专精特新小巨人企业|国家专精特新小巨人企业|国家级专精特新小巨人)$/u,
    '国家级专精特新“小巨人”企业',
  ],
]

/** The dictionary's name of an honour; null when the text is no honour this program knows under other names. */
export function titleOf(text: string): string | null {
  const bare = compact(text).replace(/[“”"'‘’「」]/gu, '')
  return TITLE_ALIASES.find(([pattern]) => pattern.test(bare))?.[1] ?? null
}

/** 现有资质 as words in one cell: 高新技术企业、省级小巨人企业. */
export function readTitles(cell: Cell): Reading {
  const shown = cellText(cell)
  const text = compact(shown)
  if (text === '' || NO.test(text)) return NOTHING
  if (emptyMark(text) !== null) return { notes: [{ kind: 'placeholder-empty', after: '' }] }
  const titles = new Map<string, { name: string; year?: number }>()
  let renamed = false
  for (const part of shown.split(/[、,，;；/\n]+/u).map(tidyTitle)) {
    if (part === '') continue
    const year = /[(（]((?:19|20)\d{2})年?[)）]$/u.exec(part)
    const bare = (year === null ? part : part.slice(0, year.index)).trim()
    const name = titleOf(bare) ?? bare
    if (name.length > LONGEST_TITLE) return refused('text-too-long')
    if (!isSafeKey(name)) return refused('enum-unknown')
    renamed ||= name !== part
    if (name !== '') titles.set(name, year === null ? { name } : { name, year: Number(year[1]) })
  }
  const list = Object.fromEntries(titles)
  return renamed ? taken(list, ['enum-alias'], [...titles.keys()].join('、')) : plain(list)
}

const LONGEST_TITLE = 80
const tidyTitle = (part: string) => part.replace(/[\p{Cc}\s]+/gu, ' ').trim()
