import { $create, $getState, $setState, createState, DecoratorNode, type LexicalNode } from 'lexical'
import { chipLabel, chipWords, type Citation, isCitedKind, MAX_QUOTE, SHORT_CHIP } from '#model/note-citation'

const offsetState = <K extends string>(key: K) => createState(key, { parse: (stored) => (typeof stored === 'number' ? stored : -1) })
const nameState = <K extends string>(key: K) => createState(key, { parse: (stored) => (typeof stored === 'string' ? stored : null) })

const sequenceState = offsetState('sequence')
const startState = offsetState('start')
const endState = offsetState('end')
const quoteState = nameState('quote')
const kindState = createState('kind', { parse: (stored) => (isCitedKind(stored) ? stored : 'words') })
const filingState = nameState('filing')
const refState = nameState('ref')
const shortState = createState('short', { parse: (stored) => stored === true })

/** A chip in a note that points to a passage, a mark or a note. It is drawn with plain elements: it holds no markup of the filing. */
export class CitationNode extends DecoratorNode<null> {
  override $config() {
    return this.config('citation', {
      extends: DecoratorNode,
      stateConfigs: [sequenceState, startState, endState, quoteState, kindState, filingState, refState, shortState].map((stateConfig) => ({
        stateConfig,
        flat: true
      }))
    })
  }

  override createDOM(): HTMLElement {
    const citation = this.getCitation()
    const chip = document.createElement('span')
    chip.className = citation.short ? 'citation citation-short' : 'citation'
    chip.dataset['kind'] = citation.kind
    chip.setAttribute('role', 'link')
    chip.setAttribute('aria-label', chipLabel(citation))
    chip.textContent = citation.short ? SHORT_CHIP : chipWords(citation.quote)
    return chip
  }

  override updateDOM(): false {
    return false
  }

  override getTextContent(): string {
    const { quote, short } = this.getCitation()
    return short ? '' : `“${quote}”`
  }

  override isInline(): true {
    return true
  }

  override decorate(): null {
    return null
  }

  /** Where the chip points. */
  getCitation(): Citation {
    return {
      sequence: $getState(this, sequenceState),
      start: $getState(this, startState),
      end: $getState(this, endState),
      quote: $getState(this, quoteState) ?? '',
      kind: $getState(this, kindState),
      filing: $getState(this, filingState),
      ref: $getState(this, refState),
      short: $getState(this, shortState)
    }
  }
}

/** Makes a chip; longer quotations are cut to what may be stored. */
export const $createCitationNode = ({ sequence, start, end, quote, kind, filing, ref, short }: Citation): CitationNode => {
  const node = $create(CitationNode)
  $setState(node, sequenceState, sequence)
  $setState(node, startState, start)
  $setState(node, endState, end)
  $setState(node, quoteState, quote.slice(0, MAX_QUOTE))
  $setState(node, kindState, kind)
  $setState(node, filingState, filing)
  $setState(node, shortState, short)
  return $setState(node, refState, ref)
}

/** Whether a node is a chip. */
export const $isCitationNode = (node: LexicalNode | null | undefined): node is CitationNode => node instanceof CitationNode
