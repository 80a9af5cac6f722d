import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../../../..')
const FOLDERS = [
  'src-shared/errors',
  'src-main/bundles',
  'src-renderer/features/report',
  'src-renderer/features/print',
  'src-renderer/features/verify',
]
/** Half-width punctuation beside a Chinese character, or between two values filled in. */
const HALF_WIDTH = /[\u4e00-\u9fff”》）][,;:!?(]|[,;!?)(][\u4e00-\u9fff“《]|MB,|\}<\/span>:|\}:\{|\}\(\{/u
/** `定稿: 'note'` is a key, not a sentence. */
const KEY = /[\u4e00-\u9fff]: (?:'|\[)/u

it('sentences a clerk reads have full-width punctuation', () => {
  const found = FOLDERS.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder))
      .filter((name) => /\.tsx?$/.test(name))
      .flatMap((name) =>
        readFileSync(path.join(ROOT, folder, name), 'utf8')
          .split('\n')
          .filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line) && HALF_WIDTH.test(line) && !KEY.test(line))
          .map((line) => `${folder}/${name}: ${line.trim()}`),
      ),
  )
  expect(found).toEqual([])
})
