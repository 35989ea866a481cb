import type { Certainty } from '#contract/finding'
import { CERTAINTY_WORDS } from '#model/suggestion-words'

/** How certain a suggestion is, in two steps; nothing where it was not judged. */
export const CertaintyMark = ({ certainty }: { readonly certainty: Certainty | undefined }) => (
  certainty === undefined
    ? null
    : (
      <span className="certainty" data-certainty={certainty} title={CERTAINTY_WORDS[certainty].says}>
        {CERTAINTY_WORDS[certainty].word}
      </span>
    )
)
