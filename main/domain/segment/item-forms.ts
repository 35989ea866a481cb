/** One item that a form has: its code, the part it stands in, the titles it has had, and the section kind it gives. */
export interface FormItem {
  readonly code: string
  readonly part: string | null
  readonly title: RegExp
  readonly kind: string
}

/** The forms whose items are known. */
export type ItemForm = '10-K' | '10-KSB' | '10-Q' | '10-QSB' | '8-K' | '8-K-2004' | '20-F'

/** The day on which the items of Form 8-K were renumbered to two decimals (SEC release 33-8400). */
const renumbered = '2004-08-23'

const item = (part: string | null, code: string, title: RegExp, kind: string): FormItem => ({ code, part, title, kind })

const annual: readonly FormItem[] = [
  item('I', '1', /^(?:description\s+of\s+)?(?:the\s+)?(?:company.s\s+)?business/iu, 'business'),
  item('I', '1A', /^risk\s+factors/iu, 'risk-factors'),
  item('I', '1B', /^unresolved/iu, 'unresolved-comments'),
  item('I', '1C', /^cyber/iu, 'cybersecurity'),
  item('I', '2', /^(?:description\s+of\s+)?propert/iu, 'properties'),
  item('I', '3', /^legal/iu, 'legal-proceedings'),
  item('I', '4', /^(?:mine|submission|\(?\[?(?:removed|reserved)|omitted|executive|none)/iu, 'mine-safety'),
  item('I', 'X', /^(?:information about|executive officers)/iu, 'executive-officers'),
  item('II', '5', /^market/iu, 'market'),
  item('II', '6', /^(?:selected|\(?\[?(?:reserved|removed)|management|consolidated)/iu, 'selected-data'),
  item('II', '7', /^(?:management|financial|md&a)/iu, 'mda'),
  item('II', '7A', /^(?:quantitative|qualitative|disclosures?\s+about|market\s+risk)/iu, 'market-risk'),
  item('II', '8', /^(?:consolidated\s+)?financial/iu, 'financial-statements'),
  item('II', '8A', /^(?:controls|\(t\))/iu, 'controls'),
  item('II', '8B', /^other/iu, 'other-information'),
  item('II', '9', /^(?:changes?|disagreements?|directors)/iu, 'accountants'),
  item('II', '9A', /^(?:controls|disclosure\s+controls|\(t\))/iu, 'controls'),
  item('II', '9B', /^other/iu, 'other-information'),
  item('II', '9C', /^disclosure/iu, 'foreign-inspections'),
  item('III', '10', /^(?:directors|executive)/iu, 'directors'),
  item('III', '11', /^(?:executive|compensation|security)/iu, 'compensation'),
  item('III', '12', /^(?:security|certain)/iu, 'ownership'),
  item('III', '13', /^(?:certain|exhibits)/iu, 'relationships'),
  item('III', '14', /^(?:principal|controls)/iu, 'accountant-fees'),
  // Until 2002 the exhibits were item 14 and opened part IV.
  item('IV', '14', /^(?:exhibits?|financial)/iu, 'exhibits'),
  item('IV', '15', /^(?:exhibits?|financial|principal)/iu, 'exhibits'),
  item('IV', '16', /^(?:form|principal|exhibits)/iu, 'summary')
]

const quarterly: readonly FormItem[] = [
  item('I', '1', /^(?:condensed\s+|consolidated\s+|unaudited\s+|interim\s+)*financial/iu, 'financial-statements'),
  item('I', '2', /^management/iu, 'mda'),
  item('I', '3', /^(?:quantitative|qualitative|disclosures?\s+about|defaults)/iu, 'market-risk'),
  item('I', '4', /^(?:controls|disclosure\s+controls|\(t\))/iu, 'controls'),
  item('II', '1', /^legal/iu, 'legal-proceedings'),
  item('II', '1A', /^risk\s+factors/iu, 'risk-factors'),
  item('II', '2', /^(?:unregistered|changes\s+in\s+securities|issuer)/iu, 'unregistered-sales'),
  item('II', '3', /^defaults/iu, 'defaults'),
  item('II', '4', /^(?:mine|submission|\(?\[?(?:removed|reserved)|omitted)/iu, 'mine-safety'),
  item('II', '5', /^other/iu, 'other-information'),
  item('II', '6', /^exhibits?/iu, 'exhibits')
]

/** The annual report of small businesses, until 2009: its items have numbers of their own. */
const smallAnnual: readonly FormItem[] = [
  item('I', '1', /^(?:description\s+of\s+)?(?:the\s+)?(?:company.s\s+)?business/iu, 'business'),
  item('I', '1A', /^risk\s+factors/iu, 'risk-factors'),
  item('I', '1B', /^unresolved/iu, 'unresolved-comments'),
  item('I', '2', /^(?:description\s+of\s+)?propert/iu, 'properties'),
  item('I', '3', /^legal/iu, 'legal-proceedings'),
  item('I', '4', /^submission/iu, 'mine-safety'),
  item('II', '5', /^market/iu, 'market'),
  item('II', '6', /^(?:management|plan\s+of\s+operation)/iu, 'mda'),
  item('II', '7', /^(?:consolidated\s+)?financial/iu, 'financial-statements'),
  item('II', '8', /^(?:changes?|disagreements?)/iu, 'accountants'),
  item('II', '8A', /^(?:controls|disclosure\s+controls|\(t\))/iu, 'controls'),
  item('II', '8B', /^other/iu, 'other-information'),
  item('III', '9', /^directors/iu, 'directors'),
  item('III', '10', /^executive/iu, 'compensation'),
  item('III', '11', /^security/iu, 'ownership'),
  item('III', '12', /^certain/iu, 'relationships'),
  item('III', '13', /^exhibits?/iu, 'exhibits'),
  item('III', '14', /^(?:principal|controls)/iu, 'accountant-fees')
]

const smallQuarterly: readonly FormItem[] = quarterly.flatMap((each) =>
  each.part === 'I' && (each.code === '3' || each.code === '4')
    ? each.code === '3' ? [item('I', '3', /^(?:controls|disclosure\s+controls|quantitative|\(t\))/iu, 'controls')] : []
    : each.part === 'I' && each.code === '2'
    ? [item('I', '2', /^(?:management|plan\s+of\s+operation)/iu, 'mda')]
    : [each]
)

const current2004: readonly FormItem[] = [
  ...['1.01', '1.02', '1.03', '1.04', '1.05'],
  ...['2.01', '2.02', '2.03', '2.04', '2.05', '2.06'],
  ...['3.01', '3.02', '3.03'],
  ...['4.01', '4.02'],
  ...['5.01', '5.02', '5.03', '5.04', '5.05', '5.06', '5.07', '5.08'],
  ...['6.01', '6.02', '6.03', '6.04', '6.05', '6.06'],
  '7.01',
  '8.01',
  '9.01'
].map((code) => item(null, code, /^\p{L}/u, 'event'))

const current: readonly FormItem[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12']
  .map((code) => item(null, code, /^\p{L}/u, 'event'))

const foreign: readonly FormItem[] = [
  ...['1', '2', '3', '4', '4A', '5', '6', '7', '8', '9', '10', '11', '12'].map((code) => item('I', code, /^\p{L}/u, 'item')),
  ...['13', '14', '15', '16', '16A', '16B', '16C', '16D', '16E', '16F', '16G', '16H', '16I', '16J', '16K'].map((code) =>
    item('II', code, /^\p{L}/u, 'item')
  ),
  ...['17', '18', '19'].map((code) => item('III', code, /^\p{L}/u, 'item'))
]

const items: Readonly<Record<ItemForm, readonly FormItem[]>> = {
  '10-K': annual,
  '10-KSB': smallAnnual,
  '10-Q': quarterly,
  '10-QSB': smallQuarterly,
  '8-K': current,
  '8-K-2004': current2004,
  '20-F': foreign
}

/** The items of a form in the order in which the form has them. */
export const itemsOf = (form: ItemForm): readonly FormItem[] => items[form]

/** Which items a form type has (`10-K405`, `10-KSB`, `10-Q/A` with their kin); null for forms without items. An 8-K is judged by its date. */
export const itemForm = (form: string | null, filedAt: string | null): ItemForm | null => {
  const type = (form ?? '').toUpperCase().replace(/^FORM\s+/u, '')
  if (/^10-?KSB/u.test(type)) return '10-KSB'
  if (/^10-?QSB/u.test(type)) return '10-QSB'
  if (/^10-?K/u.test(type)) return '10-K'
  if (/^10-?Q/u.test(type)) return '10-Q'
  if (/^20-?F/u.test(type)) return '20-F'
  if (!/^8-?K/u.test(type)) return null
  return filedAt !== null && filedAt < renumbered ? '8-K' : '8-K-2004'
}
