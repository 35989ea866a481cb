import type { RiskTag } from '#contract/finding'
import riskWords from '../../resources/lexicon/risk-tags.json'

/** The risk tags with their labels and scopes, without the cues they are detected by. */
export const RISK_TAXONOMY: readonly RiskTag[] = riskWords.map(({ id, label, scope }) => ({ id, label, scope }))
