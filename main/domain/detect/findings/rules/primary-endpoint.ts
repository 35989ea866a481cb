import type { OutcomeRule } from '../outcome-rule'
import { endpointVerdict, unnamedFailure } from '../verdict/endpoint-verdict'
import type { EndpointVerdict, Verdict } from '../verdict/endpoint-verdict'

const SAID: Readonly<Record<Verdict, string>> = {
  met: 'was met',
  missed: 'was not met',
  mixed: 'was met in part, or that others were not',
  unclear: 'gave no clear answer'
}

/** The verdict a sentence gives on the primary endpoint; null where it only names it, hopes or doubts. */
export const primaryVerdict = (text: string): EndpointVerdict | null => {
  const told = endpointVerdict(text)
  return told?.endpoint === 'primary' ? told : null
}

/** A verdict on the primary endpoint. What it says of the time to come is left to the other rules. */
export const primaryEndpoint: OutcomeRule = {
  type: 'primary-endpoint',
  judge: (view) => {
    if (!view.has('endpoint')) return null
    const told = primaryVerdict(view.text)
    return told ? `It says that the primary endpoint ${SAID[told.verdict]}.` : null
  }
}

/** A verdict on another endpoint, or a failure told without one: "no better than placebo". */
export const otherVerdict: OutcomeRule = {
  type: 'effect',
  judge: (view, context) => {
    if (!context.clinical && !view.has('clinical')) return null
    const told = endpointVerdict(view.text)
    if (told) return `It says that an endpoint ${SAID[told.verdict]}.`
    return unnamedFailure(view.text) ? 'It says that the effect looked for was not seen.' : null
  }
}
