import type { Identity } from './manifest.ts'

/**
 * The 30-digit code on the stamped 交接单: the first 100 bits of the identity, modulo 10^30, six groups of five.
 */
export function fileCode(identity: Identity): string {
  const digits = (BigInt(`0x${identity.slice(0, 25)}`) % 10n ** 30n).toString().padStart(30, '0')
  return (digits.match(/.{5}/g) ?? []).join(' ')
}
