import { inflections, verbForms } from '../detect/text/inflect'
import { tokenise } from '../detect/text/tokens'

/** The baselines that stand beside the detector's own forward-looking score. */
export type BaselineName = 'own words, literal' | 'own words, inflected' | 'Li 2010 lemmas'

/** Lemmas of Li (2010), Journal of Accounting Research 48. */
const LI_LEMMAS = ['expect', 'anticipate', 'believe', 'plan', 'hope', 'intend', 'seek', 'project', 'forecast', 'objective', 'goal']
const LI_MODALS = ['will', 'should', 'can', 'could', 'may', 'might']
const LI: ReadonlySet<string> = new Set([...LI_MODALS, ...LI_LEMMAS.flatMap(verbForms), 'goals', 'objectives'])

const holdsAny = (text: string, words: ReadonlySet<string>): boolean => {
  const tokens = tokenise(text).words
  return tokens.some((token, at) =>
    words.has(token) || words.has(`${token} ${tokens[at + 1] ?? ''}`) ||
    words.has(`${token} ${tokens[at + 1] ?? ''} ${tokens[at + 2] ?? ''}`)
  )
}

/** Whether each baseline calls a text forward-looking, given the filing's own trigger words. */
export const baselineVerdicts = (text: string, ownWords: readonly string[]): Readonly<Record<BaselineName, boolean>> => ({
  'own words, literal': holdsAny(text, new Set(ownWords.map((word) => word.toLowerCase()))),
  'own words, inflected': holdsAny(text, new Set(ownWords.flatMap(inflections))),
  'Li 2010 lemmas': holdsAny(text, LI)
})
