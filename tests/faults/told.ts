import type { Page } from '@playwright/test'
import type { Edit, EditDraft } from '#shared/edits/edit.ts'
import type { JournalPosition } from '#shared/ipc/journal-channels.ts'
import { call } from '../e2e/pages/bridge.ts'

/** What the clerk was told is saved, recorded outside the program. */
export class Told {
  /** Edits by their commit: what they write or take back, as text. */
  readonly edits = new Map<string, string>()
  /** Words typed into the window; an edit must write each of them. */
  readonly words = new Set<string>()
  /** 撤销 and 重做 that the window had called done. */
  readonly takenBack = { undone: 0, redone: 0 }
  /** What the cells of the window may show, by firm: what was called saved last, or also what was on its way. */
  readonly cells = new Map<string, readonly string[]>()
  backups = 0
  readonly #found: Edit[] = []
  #place: JournalPosition | null = null

  get count(): number {
    const { undone, redone } = this.takenBack
    return this.edits.size + this.words.size + undone + redone
  }

  remember(draft: EditDraft): void {
    this.edits.set(draft.commit, contentOf(draft))
  }

  /**
   * Each edit that was called saved and is not in the journal of the running program, named once. What was found before
   * stands before a place whose hash the journal must still hold; `isLast` reads everything anew.
   */
  async missing(page: Page, isLast: boolean): Promise<readonly string[]> {
    const opened = await call(page, 'journal:open', null)
    if (!opened.ok) return [`not opened: ${opened.error.code}`]
    if (isLast) this.#forget()
    const problem = await this.#readOn(page)
    if (problem !== null) return [problem]
    const found = new Map(this.#found.map((edit) => [edit.commit, contentOf(edit)]))
    const written = new Set(
      this.#found.flatMap((edit) =>
        (edit.ops ?? []).flatMap((op) => ('set' in op ? Object.values(op.set) : [])),
      ),
    )
    const lost = [...this.edits].filter(([commit, content]) => found.get(commit) !== content)
    const unwritten = [...this.words].filter((word) => !written.has(word))
    for (const [commit] of lost) this.edits.delete(commit)
    for (const word of unwritten) this.words.delete(word)
    const twice = this.#found.length - found.size
    return [
      ...lost.map(([commit, content]) => `edit ${commit}: ${content.slice(0, 80)}`),
      ...unwritten.map((word) => `typed ${word}`),
      ...this.#fewerTakenBack(),
      ...(twice > 0 ? [`${twice} edits twice`] : []),
      ...opened.value.repairs.filter(({ kind }) => kind !== 'torn-tail').map(({ kind }) => `repair ${kind}`),
    ]
  }

  /** Reads what came since the last look; a sentence when the journal does not hold that place any more. */
  async #readOn(page: Page): Promise<string | null> {
    for (let done = false; !done; ) {
      const batch = await call(page, 'journal:read', { after: this.#place })
      if (!batch.ok) return `not read on: ${batch.error.code}`
      this.#found.push(...batch.value.edits)
      this.#place = batch.value.next
      done = batch.value.done
    }
    return null
  }

  #forget(): void {
    this.#found.length = 0
    this.#place = null
  }

  #fewerTakenBack(): readonly string[] {
    return (['undone', 'redone'] as const).flatMap((kind) => {
      const there = this.#found.filter(
        (edit) => edit.why.kind === kind && !this.edits.has(edit.commit),
      ).length
      const fewer = this.takenBack[kind] - there
      return fewer > 0 ? [`${fewer} of the actions ${kind}`] : []
    })
  }
}

function contentOf({ ops, retracts }: Pick<EditDraft, 'ops' | 'retracts'>): string {
  return JSON.stringify(ops ?? retracts)
}
