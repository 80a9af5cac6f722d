import type { Manifest } from './manifest.ts'

/**
 * ASCII name of a signed file: YY-430626_2021Q3_0007.pbz.json; kinds other than a report name the addressee and kind.
 * A name is never read back: renamed copies open as well.
 */
export function bundleFileName(manifest: Pick<Manifest, 'kind' | 'from' | 'to' | 'period' | 'seq'>): string {
  const seq = String(manifest.seq).padStart(4, '0')
  const subject =
    manifest.kind === 'report' && manifest.period !== null
      ? manifest.period
      : `${manifest.to}_${manifest.kind}`
  return `${manifest.from}_${subject}_${seq}.pbz.json`
}
