import { readFileSync } from 'node:fs'
import { parsePack } from '#shared/pack/parse-pack.ts'
import type { PlanPack } from '#shared/pack/plan-pack.ts'

const FILE = new URL('../../assets/packs/yueyang-2020-2022.json', import.meta.url)

/** The pack file as parsed JSON, fresh on each call. */
export function builtInPackJson(): Record<string, unknown> {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, unknown>
}

/** The built-in plan pack 2020–2022. */
export function builtInPack(): PlanPack {
  const parsed = parsePack(builtInPackJson())
  if (!parsed.ok) throw new Error(`built-in pack: ${JSON.stringify(parsed.error)}`)
  return parsed.value
}
