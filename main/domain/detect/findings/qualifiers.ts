import type { FindingFlag, Qualifier } from '#contract/finding'
import type { SentenceView } from '../text/sentence-view'

/** The cues inside a sentence that lower or colour its claim, with their place in the source. */
export const qualifiersOf = (view: SentenceView): Qualifier[] => {
  const out: Qualifier[] = []
  let end = -1
  for (const list of ['qualifier', 'booster'] as const) {
    for (const hit of view.hits(list)) {
      if (list === 'qualifier' && hit.from < end) continue
      end = Math.max(end, hit.to)
      out.push({ ...view.atTokens(hit.from, hit.to), text: view.words(hit.from, hit.to),
        kind: list === 'booster' ? 'booster' : hit.phrase.tag })
    }
  }
  return out.sort((a, b) => a.start - b.start)
}

const FLAG_OF_KIND: Readonly<Record<string, FindingFlag>> = {
  'post-hoc': 'post-hoc',
  'selective-time-points': 'selective-time-points',
  'numerical-only': 'numerical-only',
  'trend-language': 'trend-language',
  'one-sided': 'one-sided',
  'open-label': 'open-label',
  subgroup: 'subgroup',
  booster: 'booster'
}

/** The flags that cues raise by themselves. "Trend" counts in clinical text only. */
export const flagsOfQualifiers = (qualifiers: readonly Qualifier[], clinical: boolean): FindingFlag[] => {
  const out = new Set<FindingFlag>()
  for (const { kind } of qualifiers) {
    const flag = FLAG_OF_KIND[kind]
    if (flag && (clinical || flag === 'booster')) out.add(flag)
  }
  return [...out]
}
