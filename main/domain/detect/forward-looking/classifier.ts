/**
 * A judge of single sentences that may be set beside the rules, such as a local language model. None is shipped: the
 * rules alone decide unless one is given, and a given one can only raise an unmarked sentence to `borderline`.
 */
export interface Classifier {
  /** The label of a sentence with its probability, 0 to 1. */
  score(sentence: string): { readonly label: 'core' | 'none'; readonly p: number }
}
