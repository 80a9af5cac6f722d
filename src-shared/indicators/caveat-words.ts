import type { IndicatorId } from '../pack/indicator-id.ts'
import type { Caveat, GapKind, IndicatorResult } from './indicator.ts'

/** What the records of an indicator are counted in, and its own words for gaps. */
interface RecordWords extends Partial<Readonly<Record<GapKind, string>>> {
  readonly unit: '家' | '件' | '场'
}

const FIGURES: RecordWords = { unit: '家', missing: '缺报' }
const WORDS: { readonly [Id in IndicatorId]: RecordWords } = {
  participants: { unit: '家' },
  'zero-breakers': { unit: '家', undated: '缺公告日' },
  'patent-applications': { unit: '件', missing: '缺申请号', undated: '缺申请日' },
  grants: { unit: '件', missing: '缺申请号', undated: '缺公告日' },
  'rd-spending': FIGURES,
  revenue: FIGURES,
  'rd-intensity': FIGURES,
  'patent-product-sales': FIGURES,
  'patent-product-profit': FIGURES,
  'activity-sessions': { unit: '场' },
  'firm-visits': { unit: '场', missing: '缺家数' },
  'firms-served': { unit: '场', missing: '未列名单' },
  'activity-attendance': { unit: '场', missing: '缺人次' },
}
const PLAIN: { readonly [G in GapKind]: string } = { verify: '待核实', missing: '缺数据', undated: '缺日期' }

/** A gap in words, the same on screen, on paper and in the check list (J2: 缺公告日). */
export function gapWord(indicator: IndicatorId, gap: GapKind): string {
  return WORDS[indicator][gap] ?? PLAIN[gap]
}

/** 待核实2家. */
export function caveatText(indicator: IndicatorId, caveat: Caveat): string {
  const { count } = caveat
  switch (caveat.kind) {
    case 'previous-missing':
      return `本季另缺${count}家上期数`
    case 'negative-quarter':
      return `${count}家本季数为负`
    case 'stated-twice':
      return '手工填列有两条，未采用'
    case 'not-final':
      return `${count}家待年报`
    case 'mixed-basis':
      return `数据口径不一（${caveat.bases.join('、')}）`
    default:
      return `${gapWord(indicator, caveat.kind)}${count}${WORDS[indicator].unit}`
  }
}

/** All caveats of a number, for 备注. */
export function caveatWords({ id, caveats }: Pick<IndicatorResult, 'id' | 'caveats'>): readonly string[] {
  return caveats.map((caveat) => caveatText(id, caveat))
}
