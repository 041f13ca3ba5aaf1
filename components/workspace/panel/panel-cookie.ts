/** How the panel of the claims stands beside the text, as one browser remembers it. */
export interface PanelKept {
  /** In CSS pixels; null for the width that the style sheet gives. */
  width: number | null
  closed: boolean
}

/** The name of the cookie that remembers it. */
export const PANEL_COOKIE = 'panel'

/** The narrowest and the widest panel, in CSS pixels; the style sheet keeps it from taking the text's room. */
export const PANEL_WIDTHS = { least: 288, most: 960 }

/** What a cookie says of the panel: a width, `closed`, or both (`closed 420`). Anything else is as if nothing were said. */
export function readPanel(cookie: string | undefined): PanelKept {
  const [, alone, closed, behind] =
    /^(?:(\d{1,4})|(closed)(?: (\d{1,4}))?)$/.exec(cookie ?? '') ?? []
  const width = alone ?? behind
  return { width: width ? withinWidths(Number(width)) : null, closed: closed !== undefined }
}

export function writePanel({ width, closed }: PanelKept): string {
  return [closed ? 'closed' : '', width ?? ''].join(' ').trim()
}

/** The nearest width that a panel may have, in whole CSS pixels. */
export function withinWidths(width: number): number {
  return Math.round(Math.min(PANEL_WIDTHS.most, Math.max(PANEL_WIDTHS.least, width)))
}
