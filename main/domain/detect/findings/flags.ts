import type { SentenceView } from '../text/sentence-view'
import type { Draft } from './draft'
import { resultsOf } from './draft'
import type { OutcomeContext } from './outcome-rule'
import { flagsOfQualifiers, qualifiersOf } from './qualifiers'
import { primaryVerdict } from './rules/primary-endpoint'
import { hasStatistic } from './rules/statistics'
import { contentStems, stems } from './similarity'
import { namesPrimaryEndpoint } from './verdict/endpoint-verdict'

const CLINICAL_TYPES: ReadonlySet<string> = new Set(['explicit-heading', 'primary-endpoint', 'significance', 'statistic', 'safety-outcome',
  'effect', 'implicit'])
const INFLUENCE = /\b(?:influenced|affected|depend\w*|correlat\w+|driven by|varied with|more difficult|less of|greater with)\b/i
const COMPARES = /\b(?:placebo|control|comparator|versus|vs|compared|than|baseline|standard of care|spinal|sham)\b/i

/** A primary endpoint that is named and whose outcome nothing tells. */
const flagSilentEndpoint = (drafts: readonly Draft[], all: readonly SentenceView[]): void => {
  const named = new Set(all.filter((view) => namesPrimaryEndpoint(view.text)))
  if (named.size === 0 || [...named].some((view) => primaryVerdict(view.text) !== null)) return
  const holders = drafts.filter((draft) => draft.evidence.some(({ view }) => named.has(view)))
  const flagged = holders.length > 0 ? holders : drafts.slice(0, 1)
  for (const draft of flagged) draft.flags.add('primary-endpoint-not-stated')
}

/** The findings whose results tell that something mattered, by the stems of the sentences that say so. */
const influencedBy = (drafts: readonly Draft[]): ReadonlyMap<string, ReadonlySet<Draft>> => {
  const out = new Map<string, Set<Draft>>()
  for (const draft of drafts) {
    for (const { view, role } of draft.evidence) {
      if (role !== 'result' || !INFLUENCE.test(view.text)) continue
      for (const stem of contentStems(view)) {
        const known = out.get(stem)
        if (known) known.add(draft)
        else out.set(stem, new Set([draft]))
      }
    }
  }
  return out
}

/** Two findings at odds: one says that a factor did not matter ("regardless of"), the other that it did. */
const flagTension = (drafts: readonly Draft[]): void => {
  if (!drafts.some((draft) => draft.evidence.some(({ view }) => view.has('hedged-scope')))) return
  const influenced = influencedBy(drafts)
  /** Whom the findings of a stem were flagged against: two askers have flagged all of them, itself left out by each. */
  const asked = new Map<string, Set<Draft>>()
  const ask = (draft: Draft, stem: string): void => {
    const group = influenced.get(stem)
    if (!group || (group.size === 1 && group.has(draft))) return
    draft.flags.add('tension')
    const askers = asked.get(stem) ?? new Set<Draft>()
    asked.set(stem, askers)
    if (askers.size > 1) return
    askers.add(draft)
    for (const other of group) if (other !== draft) other.flags.add('tension')
  }
  for (const draft of drafts) {
    for (const { view } of draft.evidence) {
      const scope = view.hits('hedged-scope')[0]
      if (scope) { for (const stem of stems(view.tokens.words.slice(scope.to))) ask(draft, stem) }
    }
  }
}

const flagByText = (draft: Draft, context: OutcomeContext, silent: boolean): void => {
  const clinical = context.clinical && CLINICAL_TYPES.has(draft.type)
  for (const { view, role } of draft.evidence) {
    if (role === 'context') continue
    const qualifiers = qualifiersOf(view).filter((qualifier) =>
      role !== 'interpretation' || qualifier.kind === 'booster' || qualifier.kind === 'numerical-only'
    )
    for (const flag of flagsOfQualifiers(qualifiers, clinical)) draft.flags.add(flag)
  }
  if (!clinical) return
  const text = resultsOf(draft).map((view) => view.text).join(' ')
  if (silent) draft.flags.add('no-statistics-in-release')
  if (/\bimprov|reduc|increas|decreas|benefit/i.test(text) && !COMPARES.test(text) && !hasStatistic(text)) draft.flags.add('no-comparator')
  const secondary = /\bsecondary (?:\w+ )?end ?-?points?\b/i.test(text)
  const ledes = resultsOf(draft).some((view) => view.zone === 'lede')
  if (secondary && ledes) draft.flags.add('secondary-headlined')
}

/** Raises the flags of all findings of a document. `all` are the unmasked sentences. */
export const raiseFlags = (drafts: readonly Draft[], all: readonly SentenceView[], context: OutcomeContext): void => {
  const silent = context.clinical && !all.some((view) => view.zone !== 'about' && hasStatistic(view.text))
  const clinical = drafts.filter((draft) => CLINICAL_TYPES.has(draft.type))
  if (context.clinical) {
    flagSilentEndpoint(clinical, all.filter((view) => view.zone !== 'about'))
    flagTension(clinical)
  }
  for (const draft of drafts) flagByText(draft, context, silent)
}
