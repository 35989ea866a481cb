import { memo, type ReactNode } from 'react'
import type { Block } from '#contract/filing'
import { fieldWords } from '#model/field-name'
import { withLineEnds } from '#model/line-ends'
import { SURFACE } from '../live-range'
import { AttachmentBlock, ImageBlock } from './picture'
import { ShownRuns } from '../shown-runs'
import { TableView } from '../table/table-view'
import { VerbatimView } from '../table/verbatim-view'

/**
 * What the reader knows of a block beside the block itself: who speaks in it, whether it stands in a part that is set back, and
 * for a heading the level a screen reader is told, which never skips one on the way down.
 */
export interface BlockContext {
  readonly speaker: string | null
  readonly quiet: boolean
  readonly level: number
}

/** What a block takes. */
export interface BlockViewProps {
  readonly block: Block
  readonly context: BlockContext
}

const Runs = ({ block }: { readonly block: Block }) => <ShownRuns text={withLineEnds(block.text, block.breaks)} runs={block.runs ?? []} />

const Heading = ({ block, look, level }: { readonly block: Block; readonly look: number; readonly level: number }) => (
  <div className={`heading heading-${String(Math.min(6, look))}`} role="heading" aria-level={level}>
    <Runs block={block} />
  </div>
)

const PageBreak = ({ block }: { readonly block: Block }) => (
  <div className="page-break" role="separator" aria-label={block.text === '' ? 'Page break' : `Page break, ${block.text}`}>
    {block.text === '' ? null : <Runs block={block} />}
  </div>
)

const Quote = ({ block, speaker }: { readonly block: Block; readonly speaker: string | null }) => (
  <blockquote className="quote">
    <p>
      <Runs block={block} />
    </p>
    {speaker === null ? null : <footer className="quote-speaker" data-aside="">{speaker}</footer>}
  </blockquote>
)

/** The way each kind is set; the kinds that are not named are paragraphs of their own class. */
const bodyOf = (block: Block, { speaker, level }: BlockContext): ReactNode => {
  // The same order as in `surfaceOf`, which says what the paint and the selection count in.
  if (block.verbatim) return <VerbatimView blockId={block.id} text={block.verbatim.text} />
  if (block.table) return <TableView block={block} table={block.table} />
  switch (block.kind) {
    case 'title':
      return <Heading block={block} look={1} level={1} />
    case 'heading':
      return <Heading block={block} look={Math.max(2, (block.level ?? 1) + 1)} level={level} />
    case 'quote':
      return <Quote block={block} speaker={speaker} />
    case 'page-break':
      return <PageBreak block={block} />
    case 'rule':
      return <div className="rule" role="separator">{block.text === '' ? null : <Runs block={block} />}</div>
    case 'image':
      return <ImageBlock block={block} />
    case 'attachment':
      return <AttachmentBlock block={block} />
    case 'list-item':
      return (
        <div className="list-item" role="listitem" data-bullet={block.attrs?.['bullet']}>
          <Runs block={block} />
        </div>
      )
    default:
      return (
        <p className={block.kind} data-field={block.attrs?.['label'] === undefined ? undefined : fieldWords(block.attrs['label'])}>
          <Runs block={block} />
        </p>
      )
  }
}

/** One block of the reading view. Its words keep to themselves: no direction of writing leaks out of it or into it. */
export const BlockView = memo(({ block, context }: BlockViewProps) => (
  <div
    className={`block kind-${block.kind}${context.quiet ? ' is-quiet' : ''}`}
    dir="auto"
    data-align={block.align}
    {...{ [SURFACE]: block.id }}
  >
    {bodyOf(block, context)}
  </div>
))
BlockView.displayName = 'BlockView'
