/** Past tense and participle of the irregular verbs that word lists use. */
const IRREGULAR: ReadonlyMap<string, readonly string[]> = new Map([
  ['forecast', ['forecast', 'forecasted']],
  ['foresee', ['foresaw', 'foreseen']],
  ['seek', ['sought']],
  ['see', ['saw', 'seen']],
  ['think', ['thought']],
  ['begin', ['began', 'begun']],
  ['grow', ['grew', 'grown']],
  ['fall', ['fell', 'fallen']],
  ['rise', ['rose', 'risen']],
  ['show', ['showed', 'shown']],
  ['meet', ['met']],
  ['sell', ['sold']],
  ['win', ['won']],
  ['lose', ['lost']],
  ['make', ['made']],
  ['give', ['gave', 'given']],
  ['become', ['became', 'become']],
  ['hit', ['hit']],
  ['set', ['set']],
  ['cut', ['cut']],
  ['choose', ['chose', 'chosen']],
  ['take', ['took', 'taken']],
  ['lead', ['led']],
  ['find', ['found']],
  ['hold', ['held']],
  ['shrink', ['shrank', 'shrunk']],
  ['outgrow', ['outgrew', 'outgrown']],
  ['buy', ['bought']],
  ['drive', ['drove', 'driven']],
  ['bring', ['brought']],
  ['build', ['built']],
  ['withdraw', ['withdrew', 'withdrawn']],
  ['write', ['wrote', 'written']],
  ['uphold', ['upheld']],
  ['pay', ['paid']],
  ['prepay', ['prepaid']],
  ['repay', ['repaid']],
  ['lay', ['laid']],
  ['spin', ['spun']],
  ['spend', ['spent']],
  ['offset', ['offset']],
  ['undertake', ['undertook', 'undertaken']]
])

/** Verbs of one syllable that double their last consonant. */
const DOUBLING: ReadonlySet<string> = new Set(['plan', 'commit', 'drop', 'slip', 'submit', 'omit', 'occur', 'permit', 'stop', 'transfer',
  'top', 'tap', 'ban', 'incur', 'refer'])

/** The present forms of a verb: base and third person ("plan", "plans"). */
export const presentForms = (base: string): readonly string[] => {
  if (/(?:s|x|z|ch|sh|o)$/.test(base)) return [base, `${base}es`]
  if (/[^aeiou]y$/.test(base)) return [base, `${base.slice(0, -1)}ies`]
  return [base, `${base}s`]
}

/** Past tense and past participle of a verb. */
export const pastForms = (base: string): readonly string[] => {
  const irregular = IRREGULAR.get(base)
  if (irregular) return irregular
  if (base.endsWith('e')) return [`${base}d`]
  if (/[^aeiou]y$/.test(base)) return [`${base.slice(0, -1)}ied`]
  return [DOUBLING.has(base) ? `${base}${base.slice(-1)}ed` : `${base}ed`]
}

/** The -ing form of a verb. */
export const progressiveForm = (base: string): string => {
  if (DOUBLING.has(base)) return `${base}${base.slice(-1)}ing`
  return base.endsWith('e') && !base.endsWith('ee') ? `${base.slice(0, -1)}ing` : `${base}ing`
}

/** Every form of a verb given by its base, without duplicates. */
export const verbForms = (
  base: string
): readonly string[] => [...new Set([...presentForms(base), ...pastForms(base), progressiveForm(base)])]

/** Bases that a listed form may stand for; more than one where spelling alone cannot tell ("believes": believe, believ). */
const possibleBases = (form: string): string[] => {
  for (const [base, forms] of IRREGULAR) if (forms.includes(form)) return [base]
  const out = [form]
  if (form.endsWith('ies')) out.push(`${form.slice(0, -3)}y`)
  else if (form.endsWith('s') && !form.endsWith('ss')) out.push(form.slice(0, -1))
  if (form.endsWith('ied')) out.push(`${form.slice(0, -3)}y`)
  else if (form.endsWith('ed')) out.push(form.slice(0, -1), form.slice(0, -2))
  if (form.endsWith('ing')) out.push(form.slice(0, -3), `${form.slice(0, -3)}e`)
  for (const base of [...out]) if (/([a-z])\1$/.test(base) && DOUBLING.has(base.slice(0, -1))) out.push(base.slice(0, -1))
  return out
}

/** Words that have no other form. */
const UNINFLECTED: ReadonlySet<string> = new Set(['will', 'would', 'could', 'should', 'may', 'might', 'can', 'shall', 'must', 'likely',
  'potential', 'future', 'ongoing', 'pending'])

/**
 * The word of a filing's own list with its inflections: verbs in five forms, nouns in the plural. Only the head word of a
 * phrase is inflected; modals and adjectives stay as they are. Forms that no reader would write are harmless, since they
 * are only looked up.
 */
export const inflections = (listed: string): readonly string[] => {
  const words = listed.toLowerCase().split(' ')
  const head = words[0] ?? ''
  if (UNINFLECTED.has(head) || head.length < 3) return [listed.toLowerCase()]
  const rest = words.slice(1).map((word) => ` ${word}`).join('')
  const out = new Set<string>([listed.toLowerCase()])
  for (const base of possibleBases(head)) for (const form of verbForms(base)) out.add(form + rest)
  return [...out]
}
