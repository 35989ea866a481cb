import type { FigureMention } from '#contract/figure'
import type { DetectInput } from '../detection'
import type { SentenceView } from '../text/sentence-view'

/** Every number of the document with what it measures. */
export const readFigures = (_input: DetectInput, _views: readonly SentenceView[]): FigureMention[] => []
