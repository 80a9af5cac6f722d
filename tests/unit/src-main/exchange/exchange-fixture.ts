import { type ExchangeWriter, signExchange } from '#main/exchange/sign-exchange.ts'
import type { Journal } from '#main/journal/journal.ts'
import { type StationKey, StationKeys } from '#main/stations/station-key.ts'
import type { Clock } from '#shared/edits/edit.ts'
import type { ExchangeChain } from '#shared/exchange/compose-exchange.ts'
import { cutIntoParts } from '#shared/exchange/compose-exchange.ts'
import type { TravellingEdit } from '#shared/exchange/exchange-body.ts'
import { FaultyFileSystem } from '#tests/support/faulty-file-system.ts'
import { value } from '../journal/journal-fixture.ts'

export const UNIT = 'YY-430626'
export const NOW = '2021-03-05T08:00:00.000Z'
export const FIRST: ExchangeChain = { seq: 1, previous: null }

export async function keyOf(station: string): Promise<StationKey> {
  return value(
    await new StationKeys(new FaultyFileSystem('/stations'), '/stations').create('/台账', station, NOW),
  )
}

/** Everything a journal holds, as one file of its station. */
export async function fileOf(
  journal: Journal,
  key: StationKey,
  change: Partial<ExchangeWriter> & { readonly chain?: ExchangeChain; readonly after?: Clock } = {},
): Promise<Uint8Array> {
  const { chain = FIRST, after = {}, ...writer } = change
  const edits = value(await journal.written(after)) as readonly TravellingEdit[]
  const [part] = cutIntoParts(edits, after, () => 1)
  if (part === undefined) throw new Error('no edits to write')
  const knows = journal.opened().clock
  const file = await signExchange(
    { unit: UNIT, name: '科室一号机', key, knows, now: NOW, ...writer },
    chain,
    part,
  )
  return value(file).bytes
}
