import { CLASS_WORDS } from '#model/suggestion-words'
import type { Layer } from '../../state/window/view'

/** One entry of the legend. `sample` is the class that shows how the kind is painted. */
export interface LayerEntry {
  readonly layer: Layer
  readonly label: string
  readonly about: string
}

/** The legend, in the order in which an analyst reads: what is claimed, what is promised, what is cautioned, what is mine. */
export const LAYERS: readonly LayerEntry[] = [
  { layer: 'finding', label: 'Findings', about: 'Statements of an observed outcome, with the sentences that support them' },
  { layer: 'core', label: 'Forward-looking', about: 'Predictions and plans of the company' },
  { layer: 'borderline', label: CLASS_WORDS.borderline.word, about: 'Forward-looking only by the filing’s own list of words' },
  { layer: 'boilerplate', label: CLASS_WORDS.boilerplate.word, about: 'Standing caution, as every filing carries it' },
  { layer: 'trigger', label: 'Triggers', about: 'Trigger words: those that make a sentence forward-looking' },
  { layer: 'mine', label: 'Mine', about: 'My highlights: what you marked yourself' },
  { layer: 'copy', label: 'Other copies', about: 'Highlights you made in another copy of this document; they are changed there' }
]
