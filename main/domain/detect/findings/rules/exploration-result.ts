import type { OutcomeRule } from '../outcome-rule'
import { pattern } from '#model/pattern'

/** What an assay tells: a length at a grade, or a grade of a metal. */
const ASSAY = pattern('i')`
  \d[\d.,]* ?(?:ft|feet|m|metres?|meters?)\b[^;]{0,40}(?:@|\bat\b|\bof\b|\bgrading\b|\baveraging\b
  |\bassaying\b)[^;]{0,20}\d[\d.,]* ?(?:%|g\/t|gpt|ppm|ppb|oz\/t|opt)|\d[\d.,]* ?(?:g\/t|gpt|ppm|oz\/t)\b
  |\d[\d.,]* ?% (?:cu|zn|pb|ni|li2o|u3o8|copper|zinc|lead|nickel|lithium|iron|mn|co)\b`
/** What a survey or a hole shows. */
const SEEN = pattern('i')`
  \b(?:anomal(?:y|ies|ism|ous)|chargeab\w+|resistiv\w+|conductiv\w+|conductors?|minerali[sz]\w+|intercepts?|intersect\w*
  |breccias?|alteration|sulphides?|sulfides?|chalcopyrite|veins?|veining|lodes?|ore ?shoots?|stockworks?|structures?
  |drill targets?|high[- ]grade)\b`
/** How it is told: where it lies, what it is like, how it goes on. */
const TOLD = pattern('i')`
  \b(?:is|are|was|were|has|have|had|shows?|showed|highlights?|highlighted|outlines?|outlined|identif\w+|confirm\w+|indicat\w+
  |suggest\w*|extends?|extended|aligns?|aligned|lies|lie|match(?:es|ed)?|coincid\w+|correlat\w+|occurs?|occurred|hosts?|hosted
  |returned|encountered|intersected|contains?|contained|included|remains? open|open (?:at depth|along|in all)|presents?
  |delineat\w+|reveal\w*|support\w*|note)\b`
/** How the work was done, who vouches for it, what the ground is and what is to come. */
const NO_RESULT = pattern('i')`
  \b(?:qualified person|ni 43-101|jorc|quality (?:assurance|control)|qa\/qc
  |samples? (?:was|were|is|are) (?:sent|submitted|analy[sz]ed|prepared|collected|bagged|crushed)|laborator\w+|accredited
  |blanks?|standards|surveyed by|carried out by|conducted by|contractor
  |(?:is|are) (?:located|situated in the (?:province|region|state|county|district))|hectares|claims?|royalt\w+|option|permits?
  |will|plans?|planned|looks? forward|looking forward|excited to|eager to|keen to|aims? to|intends?|program(?:me)? (?:is|was) designed|inversion software|calculated|true widths?|core recover\w+|investors
  |readers|cautioned|readers?|refers? to|abbreviat\w+|property consists)\b`

/** What drilling, sampling or a survey of the ground has shown. */
export const explorationResult: OutcomeRule = {
  type: 'effect',
  judge: (view, context) => {
    if (!context.exploration || context.forward.has(view.index)) return null
    if (ASSAY.test(view.text) && !/\b(?:qualified person|cut-? ?off|assum\w+|recover\w+ of)\b/i.test(view.text)) return 'It gives an assay.'
    if (!SEEN.test(view.text) || !TOLD.test(view.text) || NO_RESULT.test(view.text)) return null
    return 'It tells what was seen in the ground.'
  }
}
