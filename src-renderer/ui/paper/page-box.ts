/** A4 page boxes in mm. The left margin is the binding side (订口) of portrait pages, the top that of landscape ones. */
export interface PageBox {
  readonly width: number
  readonly height: number
  readonly margin: {
    readonly top: number
    readonly right: number
    readonly bottom: number
    readonly left: number
  }
}

export const PAGE_BOXES: { readonly [O in 'portrait' | 'landscape']: PageBox } = {
  portrait: { width: 210, height: 297, margin: { top: 25, right: 18, bottom: 20, left: 25 } },
  landscape: { width: 297, height: 210, margin: { top: 22, right: 18, bottom: 16, left: 18 } },
}

/** CSS px per mm at 96 dpi. */
export const PX_PER_MM = 96 / 25.4
