import type { Manifest } from './manifest.ts'

/**
 * ASCII name of a signed file: YY-430626_2021Q3_0007.pbz.json; an exchange file names its station
 * (YY-430626_exchange_3f0c5a9b1d2e_0007.pbz.json), other kinds the addressee and kind.
 * A name is never read back: renamed copies open as well.
 */
export function bundleFileName(
  manifest: Pick<Manifest, 'kind' | 'from' | 'to' | 'station' | 'period' | 'seq'>,
): string {
  const seq = String(manifest.seq).padStart(4, '0')
  if (manifest.kind === 'exchange')
    return `${manifest.from}_exchange_${manifest.station.slice(0, 12)}_${seq}.pbz.json`
  const subject =
    manifest.kind === 'report' && manifest.period !== null
      ? manifest.period
      : `${manifest.to}_${manifest.kind}`
  return `${manifest.from}_${subject}_${seq}.pbz.json`
}
