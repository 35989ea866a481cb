import type { AnchorVerdict } from '#contract/annotation'

/** Whether what has this verdict stands on its own words, there or moved; anything else waits for the analyst and is painted nowhere. */
export const isAttached = (verdict: AnchorVerdict): boolean => verdict === 'intact' || verdict === 'moved'
