import { ArrowDownRight, ArrowUpRight, Minus, Scale, type LucideIcon } from 'lucide-react'
import type { Polarity } from '#contract/finding'
import type { DecisionState } from '../../state/marks/suggestions'

/** Polarity as a drawing beside its word; the colour only repeats what both say. */
export const POLARITY_ICONS: Readonly<Record<Polarity, LucideIcon>> = {
  favourable: ArrowUpRight,
  unfavourable: ArrowDownRight,
  qualified: Scale,
  neutral: Minus
}

/** What was decided, as filters name it. */
export const STATE_WORDS: Readonly<Record<DecisionState, string>> = { undecided: 'Undecided', accepted: 'Accepted', rejected: 'Rejected' }
