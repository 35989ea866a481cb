import type { InlineRun, InlineStyle } from '#contract/filing'
import { SHOWN } from './live-range'
import { type Segment, segmentsOf } from './text/segments'

const CLASSES: Readonly<Record<InlineStyle, string>> = {
  bold: 'run-bold',
  italic: 'run-italic',
  underline: 'run-underline',
  strike: 'run-strike',
  superscript: 'run-super',
  subscript: 'run-sub',
  link: 'run-link'
}

/** One segment as an element; a link has no address in the page, so that nothing can follow it. */
const SegmentView = ({ segment }: { readonly segment: Segment }) => {
  const { text, styles, href, target, control } = segment
  const className = [...styles.map((style) => CLASSES[style]), ...(control === null ? [] : ['run-control'])].join(' ')
  if (href !== null || target !== null) {
    return <span className={className} role="link" tabIndex={0} data-href={href ?? ''} data-target={target ?? undefined}>{text}</span>
  }
  return className === '' ? text : <span className={className} title={control ?? undefined}>{text}</span>
}

/** What a stretch of shown text takes: the whole text, the part of it (end exclusive), and how its runs are set. */
export interface ShownRunsProps {
  readonly text: string
  readonly start?: number
  readonly end?: number
  readonly runs?: readonly InlineRun[]
  readonly className?: string
}

/** Shown text with its runs; the element knows the shown offset it begins at, which is how paint and selection find their way. */
export const ShownRuns = ({ text, start = 0, end = text.length, runs = [], className }: ShownRunsProps) => (
  <span className={className} {...{ [SHOWN]: start }}>
    {segmentsOf(text, start, end, runs).map((segment) => <SegmentView key={segment.start} segment={segment} />)}
  </span>
)
