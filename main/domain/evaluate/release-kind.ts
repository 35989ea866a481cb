import { pattern } from '#model/pattern'

/** What a release is mostly about; the figures are told for each apart. */
export type ReleaseKind = 'restatement' | 'deal' | 'mining' | 'clinical' | 'earnings' | 'other'

const SIGNS: readonly (readonly [ReleaseKind, RegExp, number])[] = [
  ['restatement', /\b(?:restat(?:e|es|ed|ement|ements)|non-reliance|material weakness(?:es)?)\b/gi, 4],
  ['mining', /\b(?:drill(?:ing|holes?)?|assays?|deposits? of|mineralization|mineralisation|g\/t|exploration|ounces|geophysic\w*|ore)\b/gi,
    8],
  ['deal', pattern('gi')`
    \b(?:merger|tender offer|going[- ]private|purchase price|definitive agreement|acquisition|public offering
    |shares of common stock|reverse (?:stock )?split|portfolios?)\b`, 5],
  ['clinical', /\b(?:patients?|phase [123i]+|clinical|trials?|placebo|dos(?:e|es|ing)|efficacy|vaccines?|study)\b/gi, 10]
]
const REPORTED = pattern('gi')`
  \b(?:(?:first|second|third|fourth|full)[- ](?:quarter|half|year)|fiscal (?:year )?\d{4}|year[- ]end)\b[^.\n]{0,60}\b
  (?:results?|revenues?|earnings)\b|\bnet (?:income|loss)\b`

const count = (text: string, shape: RegExp): number => text.match(shape)?.length ?? 0

/** What a release is about, by how often words of each kind stand in its text; results of a period go before the rest but restatements and mining. */
export const releaseKind = (text: string): ReleaseKind => {
  const of = (kind: ReleaseKind): boolean => SIGNS.some(([name, shape, least]) => name === kind && count(text, shape) >= least)
  if (of('restatement')) return 'restatement'
  if (count(text, REPORTED) >= 3) return 'earnings'
  return SIGNS.map(([kind, shape, least]) => ({ kind, share: count(text, shape) / least }))
    .filter(({ share }) => share >= 1).sort((a, b) => b.share - a.share)[0]?.kind ?? 'other'
}
