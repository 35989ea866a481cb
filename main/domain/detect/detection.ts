import type { FigureMention } from '#contract/figure'
import type { Block, DocumentEntry, Fact, Section, Sentence, SentenceRole, Submission } from '#contract/filing'
import type { Finding, ForwardLooking, SafeHarbor } from '#contract/finding'
import type { NodeId } from '#contract/ids'
import type { Classifier } from './judge/classifier'

/** What the detector reads: one parsed and segmented document, and the header it came with. */
export interface DetectInput {
  readonly entry: DocumentEntry
  readonly submission: Submission | null
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
  readonly sentences: readonly Sentence[]
  /** The inline XBRL facts of the document, on which some figures stand; none where it has none. */
  readonly facts?: readonly Fact[]
  /** Prefix of the ids made here, such as `d1`. */
  readonly prefix: string
  /** A judge of sentences beside the rules; without one the rules alone decide. */
  readonly classifier?: Classifier
}

/** What the detector suggests for one document. */
export interface Detection {
  readonly findings: readonly Finding[]
  readonly forwardLooking: readonly ForwardLooking[]
  readonly safeHarbor: SafeHarbor | null
  readonly figures: readonly FigureMention[]
  readonly roles: ReadonlyMap<NodeId, SentenceRole>
}
