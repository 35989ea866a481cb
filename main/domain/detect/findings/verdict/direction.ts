import { pattern } from '#model/pattern'

/** Measures of which more is worse, and of which more is better, for the persons of a study. */
const WORSE_WHEN_MORE = pattern('gi')`
  \b(?:mortality|deaths?|fatalit\w+|incidence|progress(?:ion|ed)|loss|relapse[ds]?|recurren\w+|hospitali[sz]\w+|discontinu\w+
  |adverse|toxicit\w+|infections?|bleeding|pain|symptoms?|seizures?|exacerbations?|rejections?|failures?|strokes?
  |complications?|attacks?|amputations?|withdrawals?|dropouts?|side effects?|AEs?|SAEs?|transfusions?|falls|miscarriages?
  |disability|viral load|rescue)\b`
const BETTER_WHEN_MORE = pattern('gi')`
  \b(?:respon(?:se|ses|ders?|ded)|surviv\w+|remission|cured?|efficacy|improv\w+|recover(?:y|ed)|clearance|heal(?:ed|ing)
  |protection|adherence|effective\w*|benefit|seroconver\w+|titers?|antibod\w+|abstinen\w+|pregnan\w+|walking distance|function
  |quality of life|resolution|success)\b`
const CONTROL = pattern('gi')`
  \b(?:placebo|controls?|comparator|standard of care|standard-of-care|vehicle|sham|usual care|untreated|saline|baseline
  |the other arm|alone|historical)\b`
const PERCENT = /\d+(?:\.\d+)?(?= ?(?:%|percent|per cent))/g
const AVERAGE = /\d+(?:\.\d+)?(?= ?(?:months?|weeks?|days?|points?|deaths?|events?|patients?))/g
const JOINS = /\b(?:vs\.?|versus|compared (?:to|with)|against|and|than|while|whereas)\b/i

const indices = (text: string, shape: RegExp): number[] => [...text.matchAll(shape)].map(({ index }) => index)

/** Longest distance between a value and the name of its group, in UTF-16 units. */
const REACH = 60

/** Which of two values the group compared with has: its name is the nearer to it. */
const controlIndex = (text: string, first: number, second: number): 0 | 1 | null => {
  const at = indices(text, CONTROL).find((place) => Math.min(Math.abs(place - first), Math.abs(place - second)) <= REACH)
  if (at === undefined) return null
  // "12% in the drug arm and 7% in the placebo arm": a group's name behind the second value is the second's, between them the first's unless a join precedes it.
  if (at > second) return 1
  if (at < first) return JOINS.test(text.slice(at, first)) ? null : 0
  return JOINS.test(text.slice(first, at)) ? 1 : 0
}

/** 1 where more of the measure of a sentence is better, -1 where it is worse, 0 where that is not known. */
export const goodWhenMore = (text: string): 1 | -1 | 0 => {
  const worse = indices(text, WORSE_WHEN_MORE)
  const better = indices(text, BETTER_WHEN_MORE)
  if (worse.length > 0 && better.length === 0) return -1
  if (better.length > 0 && worse.length === 0) return 1
  // "Progression-free survival", "loss of response": the pair names one measure.
  if (/\b(?:progression|event|relapse|disease|recurrence|failure|symptom|pain|infection|seizure)-? ?free\b/i.test(text)) return 1
  if (/\bloss of (?:response|function|efficacy)\b/i.test(text)) return -1
  return 0
}

/** What two values that a sentence compares say of the product: 1 for it, -1 against it, 0 even, unknown where the measure's direction is; null where no groups are compared. */
export const comparedGroups = (text: string): 1 | -1 | 0 | 'unknown' | null => {
  const good = goodWhenMore(text)
  const percents = [...text.matchAll(PERCENT)]
  const values = percents.length >= 2 ? percents : [...text.matchAll(AVERAGE)]
  const [first, second] = values
  if (!first || !second || values.length > 3 || !JOINS.test(text.slice(first.index, second.index))) return null
  const control = controlIndex(text, first.index, second.index)
  if (control === null) return null
  if (good === 0) return 'unknown'
  const product = Number(control === 1 ? first[0] : second[0])
  const compared = Number(control === 1 ? second[0] : first[0])
  const more = Math.sign(product - compared)
  return more === 0 ? 0 : more === good ? 1 : -1
}
