/**
 * What windows-1252 shows for the bytes 0x80 to 0x9F, in order; the five undefined ones stand for themselves. EDGAR text
 * and numeric references in that range mean these glyphs (HTML standard, "numeric character reference end state").
 */
const GLYPHS = '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f'
  + '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

/** Whether a code unit is a C1 control, which filings use for windows-1252 glyphs. */
export const isC1 = (unit: number): boolean => unit >= 0x80 && unit <= 0x9f

/** The glyph of a C1 code point, read as windows-1252. */
export const c1Glyph = (unit: number): string => GLYPHS.charAt(unit - 0x80)
