import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const SOURCES = path.resolve(import.meta.dirname, '../../../../src-renderer')

const modals = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .flatMap((file) => {
    const source = readFileSync(path.join(SOURCES, file), 'utf8')
    const takesText = /<(TextInput|Textarea|PasswordInput|TypedDateInput|DataGrid)\b/.test(source)
    return takesText
      ? [...source.matchAll(/<Modal\b[^>]*(?:=>[^>]*)*>/g)].map(([tag]) => ({ file, tag }))
      : []
  })

it.each(modals)('the dialog of $file never loses typed text to Esc or a click beside it', ({ tag }) => {
  expect(tag).toMatch(/\.\.\.closableWhile\(|closeOnEscape/)
})
