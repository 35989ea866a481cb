import type { Fact } from '#contract/filing'
import type { TextRange } from '#contract/range'
import type { HtmlAttributes } from './html-tokens'
import { isBlank } from '../map/text-map-builder'

/** Text facts (whole notes, policies) keep this many UTF-16 code units of their value: enough to recognise them in a list. */
const longestValue = 1000

/** Facts inside one another that are followed at once; real filings nest four deep. */
const deepestFacts = 64

interface FactDraft {
  readonly concept: string
  readonly context: string
  readonly unit: string | null
  readonly decimals: string | null
  readonly numeric: boolean
  readonly format: string
  readonly scale: number
  readonly negative: boolean
  readonly nil: boolean
  readonly hidden: boolean
  readonly contentStart: number
  contentEnd: number
  first: number
  last: number
  text: string
}

interface ContextDraft {
  entity: string
  instant: string
  from: string
  to: string
  readonly dimensions: string[]
}

interface UnitDraft {
  readonly over: string[]
  readonly under: string[]
}

/** What an open element collects: a fact's value, or a field of a context or unit. */
type Capture =
  | { readonly kind: 'fact'; readonly fact: FactDraft; readonly continued: boolean }
  | { readonly kind: 'field'; readonly field: string; readonly dimension: string; text: string }
  | { readonly kind: 'exclude' }
  | { readonly kind: 'scope' }

const collapse = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

/** Moves the decimal point of a plain decimal `places` to the right, without passing through floating point. */
const shiftDecimal = (digits: string, places: number): string => {
  const dot = digits.indexOf('.')
  const whole = dot < 0 ? digits : digits.slice(0, dot)
  const part = dot < 0 ? '' : digits.slice(dot + 1)
  const all = whole + part
  const point = whole.length + places
  const padded = point > all.length ? all.padEnd(point, '0') : point < 0 ? all.padStart(all.length - point, '0') : all
  const at = Math.max(0, point)
  const left = padded.slice(0, at).replace(/^0+(?=\d)/u, '')
  const right = padded.slice(at).replace(/0+$/u, '')
  return `${left === '' ? '0' : left}${right === '' ? '' : `.${right}`}`
}

const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen',
  'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty']

/** The value of a number as inline XBRL defines it: its format read, its scale applied, its sign set. */
const numericValue = (fact: FactDraft): string => {
  const text = collapse(fact.text)
  const format = fact.format.slice(fact.format.indexOf(':') + 1)
  if (/^(?:fixed-?zero|zerodash|numdash)/u.test(format)) return '0'
  if (format === 'fixed-empty' || format === 'nocontent') return ''
  const word = words.indexOf(text.toLowerCase())
  if (word >= 0) return String(word)
  if (/^(?:no|none|nil)$/iu.test(text)) return '0'
  const comma = /comma-?decimal/u.test(format)
  const plain = comma ? text.replaceAll(/[^\d,]/gu, '').replace(',', '.') : text.replaceAll(/[^\d.]/gu, '')
  if (!/^\d*(?:\.\d*)?$/u.test(plain) || !/\d/u.test(plain)) return text
  const value = shiftDecimal(plain, fact.scale)
  return fact.negative && value !== '0' ? `-${value}` : value
}

const fieldNames = new Set(['identifier', 'instant', 'startdate', 'enddate', 'explicitmember', 'typedmember', 'measure'])

/** Reads inline XBRL: facts where they stand, contexts and units from `ix:resources`, joined when the document ends. */
export class FactReader {
  readonly #facts: FactDraft[] = []
  readonly #contexts = new Map<string, ContextDraft>()
  readonly #units = new Map<string, UnitDraft>()
  readonly #continuations = new Map<string, FactDraft>()
  readonly #captures: Capture[] = []
  #context: ContextDraft | null = null
  #unit: UnitDraft | null = null
  #under = false
  #excluded = 0
  #open = 0

  /** How many open elements wait for text. */
  get open(): number {
    return this.#open
  }

  /** An element with a prefix begins; true where its end must be told by `close`. `contentStart` is the end of its tag. */
  element(name: string, attributes: HtmlAttributes, contentStart: number, hidden: boolean): boolean {
    if (this.#captures.length >= deepestFacts) return false
    const capture = name.startsWith('ix:')
      ? this.#inline(name.slice(3), attributes, contentStart, hidden)
      : this.#resource(name, attributes)
    if (capture === null) return false
    this.#captures.push(capture)
    if (capture.kind !== 'scope') this.#open += 1
    return true
  }

  /** The innermost element that `element` answered for ends; `at` is the start of its end tag. */
  close(at: number): void {
    const capture = this.#captures.pop()
    if (capture === undefined) return
    if (capture.kind !== 'scope') this.#open -= 1
    if (capture.kind === 'exclude') this.#excluded -= 1
    else if (capture.kind === 'fact' && !capture.continued) capture.fact.contentEnd = at
    else if (capture.kind === 'field') this.#setField(capture.field, capture.dimension, collapse(capture.text))
  }

  /** Text of the document, shown or hidden. */
  text(raw: string, start: number, end: number, shown: boolean): void {
    if (this.#open === 0) return
    let first = start
    while (first < end && isBlank(raw.charCodeAt(first))) first += 1
    if (first === end) this.separate()
    else this.#append(raw.slice(start, Math.min(end, start + longestValue)), first, end, shown)
  }

  /** A decoded reference. */
  entity(text: string, start: number, end: number, shown: boolean): void {
    if (this.#open === 0) return
    if (text.length === 1 && isBlank(text.charCodeAt(0))) this.separate()
    else this.#append(text, start, end, shown)
  }

  /** A block boundary, which separates words. */
  separate(): void {
    for (const capture of this.#captures) {
      if (capture.kind === 'fact' && capture.fact.text !== '' && capture.fact.text.length < longestValue) capture.fact.text += ' '
      else if (capture.kind === 'field') capture.text += ' '
    }
  }

  /** The facts of the document in order, with ids from `prefix`; facts whose context is missing keep its name. */
  finish(prefix: string): Fact[] {
    return this.#facts.map((fact, index) => {
      const context = this.#contexts.get(fact.context)
      const text = collapse(fact.text)
      return {
        id: `${prefix}x${String(index + 1)}`,
        concept: fact.concept,
        context: fact.context,
        entity: context === undefined || context.entity === '' ? null : context.entity,
        period: periodOf(context),
        dimensions: context?.dimensions ?? [],
        unit: fact.unit === null ? null : this.#unitName(fact.unit),
        decimals: fact.decimals,
        value: fact.nil
          ? ''
          : fact.numeric
          ? numericValue(fact)
          : text.length > longestValue
          ? `${text.slice(0, longestValue - 1)}…`
          : text,
        hidden: fact.hidden,
        range: rangeOf(fact)
      }
    })
  }

  #inline(name: string, attributes: HtmlAttributes, contentStart: number, hidden: boolean): Capture | null {
    if (name === 'nonfraction' || name === 'nonnumeric') {
      const fact = draftFact(name === 'nonfraction', attributes, contentStart, hidden)
      this.#facts.push(fact)
      this.#continue(attributes, fact)
      return { kind: 'fact', fact, continued: false }
    }
    if (name === 'continuation') {
      const fact = this.#continuations.get(attributes.get('id') ?? '')
      if (fact === undefined) return null
      this.#continue(attributes, fact)
      if (fact.text !== '' && fact.text.length < longestValue) fact.text += ' '
      return { kind: 'fact', fact, continued: true }
    }
    if (name !== 'exclude') return null
    this.#excluded += 1
    return { kind: 'exclude' }
  }

  #continue(attributes: HtmlAttributes, fact: FactDraft): void {
    const next = attributes.get('continuedat')
    if (next !== undefined) this.#continuations.set(next, fact)
  }

  #resource(name: string, attributes: HtmlAttributes): Capture | null {
    const local = name.slice(name.indexOf(':') + 1)
    if (local === 'context') {
      this.#context = { entity: '', instant: '', from: '', to: '', dimensions: [] }
      this.#contexts.set(attributes.get('id') ?? '', this.#context)
      return { kind: 'scope' }
    }
    if (local === 'unit') {
      this.#unit = { over: [], under: [] }
      this.#under = false
      this.#units.set(attributes.get('id') ?? '', this.#unit)
      return { kind: 'scope' }
    }
    if (local === 'unitdenominator') this.#under = true
    if (!fieldNames.has(local)) return null
    return { kind: 'field', field: local, dimension: attributes.get('dimension') ?? '', text: '' }
  }

  #setField(field: string, dimension: string, text: string): void {
    if (field === 'measure') {
      if (this.#unit !== null) (this.#under ? this.#unit.under : this.#unit.over).push(text)
    } else if (this.#context === null) return
    else if (field === 'identifier') this.#context.entity = text
    else if (field === 'instant') this.#context.instant = text
    else if (field === 'startdate') this.#context.from = text
    else if (field === 'enddate') this.#context.to = text
    else this.#context.dimensions.push(`${dimension}=${text}`)
  }

  #append(text: string, start: number, end: number, shown: boolean): void {
    for (const capture of this.#captures) {
      if (capture.kind === 'field') capture.text += text
      else if (capture.kind === 'fact' && this.#excluded === 0) {
        const { fact } = capture
        if (fact.text.length < longestValue) fact.text += text
        if (capture.continued || !shown) continue
        if (fact.first < 0) fact.first = start
        fact.last = end
      }
    }
  }

  #unitName(id: string): string {
    const unit = this.#units.get(id)
    if (unit === undefined) return id
    const over = unit.over.map(measureName).join('*')
    return unit.under.length === 0 ? over : `${over}/${unit.under.map(measureName).join('*')}`
  }
}

const draftFact = (numeric: boolean, attributes: HtmlAttributes, contentStart: number, hidden: boolean): FactDraft => {
  const scale = Number.parseInt(attributes.get('scale') ?? '0', 10)
  return {
    concept: attributes.get('name') ?? '',
    context: attributes.get('contextref') ?? '',
    unit: attributes.get('unitref') ?? null,
    decimals: attributes.get('decimals') ?? null,
    numeric,
    format: (attributes.get('format') ?? '').toLowerCase(),
    // A scale outside this range is no amount anyone reports, and would only make a long row of zeros.
    scale: Number.isNaN(scale) || Math.abs(scale) > 30 ? 0 : scale,
    negative: attributes.get('sign') === '-',
    nil: attributes.get('xsi:nil') === 'true',
    hidden,
    contentStart,
    contentEnd: contentStart,
    first: -1,
    last: -1,
    text: ''
  }
}

const measureName = (measure: string): string => measure.slice(measure.indexOf(':') + 1)

const periodOf = (context: ContextDraft | undefined): string | null => {
  if (context === undefined) return null
  if (context.instant !== '') return context.instant
  return context.from === '' && context.to === '' ? null : `${context.from}/${context.to}`
}

const rangeOf = (fact: FactDraft): TextRange =>
  fact.first >= 0 ? { start: fact.first, end: fact.last } : { start: fact.contentStart, end: Math.max(fact.contentStart, fact.contentEnd) }
