import { parsePack } from '#shared/pack/parse-pack.ts'
import type { PlanPack } from '#shared/pack/plan-pack.ts'
import builtIn from '../../assets/packs/yueyang-2020-2022.json?raw'

/** The plan pack in force on this PC: the built-in one of 2020–2022, part of the program. */
export const PLAN_PACK: PlanPack = builtInPack()

function builtInPack(): PlanPack {
  const parsed = parsePack(JSON.parse(builtIn))
  if (!parsed.ok) throw new Error(`built-in plan pack: ${JSON.stringify(parsed.error)}`)
  return parsed.value
}
