import { z } from 'zod'
import { ACTIVITY_MODES, ACTIVITY_STATES } from '../records/activity.ts'
import { SIZES } from '../records/enterprise.ts'
import { PARTICIPATION_STATES } from '../records/participation.ts'
import { Year } from '../records/values.ts'

/** 口径: the switches of DOMAIN.md B as corrected by J. A city directive may set each one differently. */
export const CountingRules = z.strictObject({
  /** 基期; the notice is silent, 2019 is the last full year before the plan. */
  baseYear: Year,
  /** 破零: `ever` = never a granted invention; `valid_now` = none in force at listing. */
  zeroBasis: z.enum(['ever', 'valid_now']),
  /** Which ways of getting a patent count: `original` = 原始 and 共有, `any` = 受让 and 承继 too. */
  acquisition: z.enum(['original', 'any']),
  /** 授权量: `list` = 名单口径, `register` = all firms of the register (needs a complete 授权清单). */
  grantScope: z.enum(['list', 'register']),
  /** States of the year's list that count as 参与; an entry without a state is not yet approved. */
  listStates: z.array(z.enum(PARTICIPATION_STATES)).min(1),
  /** Firms that are no 中小企业: by size, by the first two characters of the code, by the end of the name. */
  firms: z.strictObject({
    excludedSizes: z.array(z.enum(SIZES)),
    excludedCodePrefixes: z.array(z.string().length(2)),
    excludedNameEndings: z.array(z.string().min(1).max(20)),
  }),
  activities: z.strictObject({
    /** Words in 名称 or 服务类别 that make an activity a 场次. */
    sessionWords: z.array(z.string().min(1).max(20)).min(1),
    /** Words that make it a visit all the same: 走访对接某公司 is no 场次. */
    visitWords: z.array(z.string().min(1).max(20)),
    /** 方式 that count as 家次 only and are one summary line in 表5. */
    visitModes: z.array(z.enum(ACTIVITY_MODES)),
    /** Activities not yet held. */
    plannedStates: z.array(z.enum(ACTIVITY_STATES)),
  }),
  /** 实现倍增: the legs of B5/J7, any one of which is enough. */
  doublingLegs: z.array(z.enum(['grants', 'rd-intensity', 'new-product-sales', 'little-giant'])).min(1),
  doublingFactor: z.number().min(1).max(10),
})
export type CountingRules = z.infer<typeof CountingRules>
