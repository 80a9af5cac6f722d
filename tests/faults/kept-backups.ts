import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openBackupFile } from '#main/backups/backup-file.ts'
import { proveContents } from '#main/backups/prove-backup.ts'

/** Looks at the backups after a kill: each file under a final name is opened and proved, once. */
export class KeptBackups {
  readonly #folder: string
  readonly #good = new Set<string>()

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'backups')
  }

  get proved(): number {
    return this.#good.size
  }

  /** `made`: how many backups the clerk was told are made. */
  async problems(made: number): Promise<readonly string[]> {
    const names = (await this.#names()).filter((name) => name.endsWith('.pbz-backup'))
    const bad: string[] = []
    for (const name of names.filter((each) => !this.#good.has(each))) {
      const file = await openBackupFile(await readFile(join(this.#folder, name)), name, {
        key: null,
        secret: null,
      })
      const isGood = file.ok && (await proveContents(file.value.contents, name)).ok
      if (isGood) this.#good.add(name)
      else bad.push(`half a backup under its final name: ${name}`)
    }
    const hadOne = made > 0 || this.#good.size > 0
    const hasOne = names.some((name) => this.#good.has(name))
    return hadOne && !hasOne ? [...bad, 'no good backup is left'] : bad
  }

  async #names(): Promise<readonly string[]> {
    return readdir(this.#folder).catch(() => [])
  }
}
