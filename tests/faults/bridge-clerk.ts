import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { EditDraft, EditId, Why, WriteOperation } from '#shared/edits/edit.ts'
import { createRecord, restoreRecord, setFields, voidRecord } from '#shared/edits/operations.ts'
import { call } from '../e2e/pages/bridge.ts'
import type { Told } from './told.ts'

/** Rows of an import. */
const ROWS = 60

/** What an action does; `taken` is what the clerk knows once it was called saved. */
interface Action {
  readonly title: string
  readonly why: Why
  readonly content: Pick<EditDraft, 'ops'> | Pick<EditDraft, 'retracts'>
  readonly taken?: (id: EditId) => void
}

const TYPED: Why = { kind: 'typed' }

/**
 * Works through the bridge of the page, faster than hands could, until the program is killed: typing, imports, 撤销,
 * 重做, 作废, its restoring, new firms and 立即备份, in an order that `random` decides.
 */
export class BridgeClerk {
  readonly #page: Page
  readonly #told: Told
  readonly #random: () => number
  readonly #firms: string[] = []
  readonly #voided: string[] = []
  /** Edits that may be taken back, and edits that took one back. */
  readonly #done: EditId[] = []
  readonly #undone: EditId[] = []
  #n = 0

  constructor(page: Page, told: Told, random: () => number) {
    this.#page = page
    this.#told = told
    this.#random = random
  }

  async workUntilKilled(): Promise<void> {
    const opened = await call(this.#page, 'journal:open', null)
    if (!opened.ok) throw new Error(`journal: ${opened.error.code}`)
    const { station, clock } = opened.value
    for (let n = clock[station] ?? 0; ; n += 1) {
      // Beside the edits, as the ladder does it.
      if (this.#random() < 0.15) void backUpNow(this.#page, this.#told)
      const { title, why, content, taken } = this.#next()
      const draft: EditDraft = {
        commit: randomUUID(),
        seen: { ...clock, [station]: n },
        at: '2021-10-08T01:00:00.000Z',
        by: '李某',
        why,
        title,
        ...content,
      }
      const reply = await call(this.#page, 'journal:commit', { draft })
      if (!reply.ok) throw new Error(`journal: ${reply.error.code}`)
      this.#told.remember(draft)
      taken?.(reply.value.id)
    }
  }

  #next(): Action {
    this.#n += 1
    const ways = [
      () => this.#newFirm(),
      () => this.#typing(),
      () => this.#import(),
      () => this.#undo(),
      () => this.#redo(),
      () => this.#void(),
      () => this.#restore(),
    ]
    const way = ways[Math.floor(this.#random() * ways.length)]
    return way?.() ?? this.#newFirm()
  }

  #newFirm(): Action {
    const id = randomUUID()
    const ops = [createRecord('enterprise', id, { name: `终末样例企业${id.slice(0, 8)}` })]
    return this.#undoable('新增企业', TYPED, ops, () => this.#firms.push(id))
  }

  #typing(): Action | null {
    const firm = this.#firms.at(-1)
    if (firm === undefined) return null
    return this.#undoable('修改主导产品', TYPED, [
      setFields('enterprise', firm, { product: `产品${this.#n}` }),
    ])
  }

  #import(): Action {
    const ops = Array.from({ length: ROWS }, (_, row) =>
      createRecord('patent', randomUUID(), { title: `样例专利${this.#n}之${row}` }, { row: row + 2 }),
    )
    return this.#undoable('导入专利', { kind: 'imported', file: '专利.xlsx', sheet: '台账' }, ops)
  }

  #undoable(title: string, why: Why, ops: WriteOperation[], more?: () => unknown): Action {
    return {
      title,
      why,
      content: { ops },
      taken: (id) => {
        this.#done.push(id)
        more?.()
      },
    }
  }

  #undo(): Action | null {
    const target = this.#done.pop()
    if (target === undefined) return null
    const taken = (id: EditId) => this.#undone.push(id)
    return { title: '撤销', why: { kind: 'undone' }, content: { retracts: [target] }, taken }
  }

  #redo(): Action | null {
    const target = this.#undone.pop()
    return target === undefined
      ? null
      : { title: '重做', why: { kind: 'redone' }, content: { retracts: [target] } }
  }

  #void(): Action | null {
    const firm = this.#firms.at(0)
    if (firm === undefined) return null
    const taken = () => this.#voided.push(firm)
    return {
      title: '作废企业',
      why: TYPED,
      content: { ops: [voidRecord('enterprise', firm, '重复录入')] },
      taken,
    }
  }

  #restore(): Action | null {
    const firm = this.#voided.pop()
    return firm === undefined
      ? null
      : {
          title: '恢复企业',
          why: { kind: 'restored' },
          content: { ops: [restoreRecord('enterprise', firm)] },
        }
  }
}

/** 立即备份; a program that is killed meanwhile answers nothing. */
export async function backUpNow(page: Page, told: Told): Promise<void> {
  const made = await call(page, 'backup:now', { reason: 'manual' }).catch(() => null)
  if (made?.ok) told.backups += 1
}
