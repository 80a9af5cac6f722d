import type { ListNames } from '../bundles/bundle-folder.ts'

/**
 * Lists folders with a time limit in milliseconds: a share that hangs answers ETIMEDOUT. It is not asked again while it
 * still hangs, since every question holds one of the few threads all file access shares.
 */
export function patientNames(names: ListNames, limit: number): ListNames {
  const pending = new Set<string>()
  return async (folder) => {
    if (pending.has(folder)) throw timedOut()
    pending.add(folder)
    const listed = names(folder).finally(() => pending.delete(folder))
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(timedOut()), limit)
    })
    return Promise.race([listed, late]).finally(() => clearTimeout(timer))
  }
}

function timedOut(): Error {
  return Object.assign(new Error('the folder does not answer'), { code: 'ETIMEDOUT' })
}
