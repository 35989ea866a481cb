import type { Tag, TagColour, TagUnderline } from '#contract/annotation'

/** The kinds in which words are painted; each is one registered highlight, styled by name in `styles/highlights.css`. */
export type PaintKind = 'boilerplate' | 'borderline' | 'core' | 'core-accepted' | 'evidence' | 'finding' | 'finding-accepted' | 'trigger'
  | 'mine' | `tag-${TagColour}-${TagUnderline}` | 'seen' | 'copy' | 'active' | 'flash' | 'hit' | 'hit-current' | 'chosen'

/** Which kind covers which where two overlap; the higher one is on top. Tags lie between trigger words and the mark in focus. */
const PRIORITIES: Readonly<Partial<Record<PaintKind, number>>> = {
  'seen': -1,
  'boilerplate': 0,
  'borderline': 1,
  'core': 2,
  'evidence': 3,
  'finding': 4,
  'core-accepted': 5,
  'finding-accepted': 6,
  'copy': 7,
  'trigger': 20,
  'active': 30,
  'flash': 31,
  'chosen': 32,
  'hit': 40,
  'hit-current': 41
}
const TAG_PRIORITY = 10

/** The priority of a kind: where two marks overlap, the one with the higher is on top. */
export const priorityOf = (kind: PaintKind): number => PRIORITIES[kind] ?? TAG_PRIORITY

/** The kind in which a highlight with that tag is painted: the tag's colour with its underline, or the plain one without a tag. */
export const tagKind = (tag: Pick<Tag, 'colour' | 'underline'> | null): PaintKind => (tag ? `tag-${tag.colour}-${tag.underline}` : 'mine')
