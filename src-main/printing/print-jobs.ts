import type { Sheet } from '#shared/sheets/sheet.ts'

interface Job {
  readonly sheets: readonly Sheet[]
  readonly resolve: (pages: number) => void
}

/** Forms waiting to be laid out by a hidden print window; a job is known by a random id and answered once. */
export class PrintJobs {
  readonly #jobs = new Map<string, Job>()

  /** Registers forms; `laidOut` gives the number of pages once the window reports that they stand. */
  add(id: string, sheets: readonly Sheet[]): { readonly laidOut: Promise<number> } {
    let resolve: (pages: number) => void = () => undefined
    const laidOut = new Promise<number>((done) => {
      resolve = done
    })
    this.#jobs.set(id, { sheets, resolve })
    return { laidOut }
  }

  sheetsOf(id: string): readonly Sheet[] | undefined {
    return this.#jobs.get(id)?.sheets
  }

  ready(id: string, pages: number): void {
    this.#jobs.get(id)?.resolve(pages)
  }

  remove(id: string): void {
    this.#jobs.delete(id)
  }
}
