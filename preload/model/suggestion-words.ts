/** What was suggested, in the reader's words: the same in the window, in print and in every file that leaves. */
import type { Certainty, EvidenceRole, FindingFlag, FindingType, ForwardLooking, ForwardLookingClass, Polarity } from '#contract/finding'

/** The types of finding in the reader's words. */
export const TYPE_WORDS: Readonly<Record<FindingType, string>> = {
  'explicit-heading': 'Stated finding',
  'primary-endpoint': 'Primary endpoint',
  'significance': 'Significance claim',
  'statistic': 'Statistic',
  'safety-outcome': 'Safety outcome',
  'effect': 'Effect',
  'financial-result': 'Financial result',
  'guidance': 'Guidance',
  'regulatory-event': 'Regulatory event',
  'corporate-event': 'Corporate event',
  'implicit': 'Implied finding'
}

/** Whom a finding speaks for, as a word and a sentence that explains it. */
export const POLARITY_WORDS: Readonly<Record<Polarity, { readonly word: string; readonly says: string }>> = {
  favourable: { word: 'Favourable', says: 'It speaks for the company, without reservation.' },
  unfavourable: { word: 'Unfavourable', says: 'It speaks against the company.' },
  qualified: { word: 'Qualified', says: 'Favourable, but qualified by other words of the sentence.' },
  neutral: { word: 'Neutral', says: 'It neither speaks for the company nor against it.' }
}

/** Flags as a short name and a sentence that explains it; after the spin cues of Boutron et al. 2010. */
export const FLAG_WORDS: Readonly<Record<FindingFlag, { readonly word: string; readonly says: string }>> = {
  'primary-endpoint-not-stated': { word: 'Primary endpoint not stated',
    says: 'A primary endpoint is named, and nothing says whether it was met.' },
  'post-hoc': { word: 'Post hoc', says: 'The analysis was chosen after the data had been seen.' },
  'selective-time-points': { word: 'Selected time points', says: 'Told for certain time points only; the others are not given.' },
  'numerical-only': { word: 'Numerical only', says: 'A difference in numbers, with no claim that it is statistically significant.' },
  'no-statistics-in-release': { word: 'No statistics',
    says: 'No p-value, sample size or confidence interval stands anywhere in the release.' },
  'tension': { word: 'Tension', says: 'Another statement of the same release points the other way.' },
  'subgroup': { word: 'Subgroup', says: 'It holds for a part of the patients only.' },
  'secondary-headlined': { word: 'Secondary headlined', says: 'A secondary endpoint is told before or instead of the primary one.' },
  'trend-language': { word: 'Trend language', says: 'A “trend” is claimed where significance was not reached.' },
  'one-sided': { word: 'One-sided test', says: 'The test looks in one direction only, which halves the p-value.' },
  'open-label': { word: 'Open label', says: 'Patients and doctors knew the treatment.' },
  'booster': { word: 'Booster words', says: 'Strengthening words stand where a number could.' },
  'no-comparator': { word: 'No comparator', says: 'An effect is told with nothing to compare it to.' }
}

/** What a sentence does for its finding. */
export const ROLE_WORDS: Readonly<Record<EvidenceRole, string>> = {
  result: 'Result',
  restatement: 'Restatement',
  interpretation: 'Interpretation',
  context: 'Context'
}

/** The classes of forward-looking statement. */
export const CLASS_WORDS: Readonly<Record<ForwardLookingClass, { readonly word: string; readonly says: string }>> = {
  core: { word: 'Core', says: 'A prediction, plan or expectation of the company itself.' },
  borderline: { word: 'Borderline', says: 'Forward-looking only by the filing’s own word list.' },
  boilerplate: { word: 'Boilerplate', says: 'Standing caution, not a statement about anything in particular.' }
}

/** How certain a suggestion is, in two steps. */
export const CERTAINTY_WORDS: Readonly<Record<Certainty, { readonly word: string; readonly says: string }>> = {
  'sure': { word: 'Sure', says: 'Marks like this were seldom wrong for companies the rules had not seen. It is still a suggestion.' },
  'worth a look': { word: 'Worth a look', says: 'Marks like this are right less often. Read the words before you accept it.' }
}

/** Finer kinds of forward-looking statement. */
export const SUBCLASS_WORDS: Readonly<Record<NonNullable<ForwardLooking['subclass']>, string>> = {
  'specific': 'Specific',
  'generic': 'Generic',
  'logistics': 'Logistics',
  'contractual': 'Contractual',
  'third-party': 'Third party'
}
