import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { analyseDocument, openFile } from '../../domain/analyse'
import { withLineBreaks } from '../../domain/parse/map/line-breaks'
import { codec } from '../../worker/codec'
import { createStepCounter } from './count-steps'
import type { StepCounter } from './count-steps'
import { HEAVY_KINDS } from './heavy-filings'

/** Twice the text may take this many times the steps: a square takes four times as many. */
const MOST = 2.8

/** Parts in the smaller of two texts; where each is a few characters long, more. */
const FEW = 240

/** Parts in the smaller of two shapes: more than the most cautions of one risk that are weighed one by one. */
const SHAPED = 480

let counter: StepCounter
beforeAll(() => {
  counter = createStepCounter('/main/domain/')
})
afterAll(() => counter.close())

const analyse = (text: string): void => {
  const opened = openFile(Buffer.from(text), codec)
  for (const entry of opened.documents) analyseDocument(opened, entry)
}

const stepsFor = (text: string): number => counter.stepsOf(() => analyse(text))

const WORDS = ['alder', 'brook', 'cedar', 'delta', 'ember', 'felt', 'grain', 'harbour', 'inlet', 'juniper', 'kiln', 'larch', 'mill',
  'north', 'otter', 'pine', 'quarry', 'river', 'stone', 'timber']
/** A word of its own for each number below 8,000. */
const own = (at: number): string =>
  `${WORDS[at % 20] ?? ''}${WORDS[Math.floor(at / 20) % 20] ?? ''}${WORDS[Math.floor(at / 400) % 20] ?? ''}`
const page = (n: number, each: (at: number) => string): string =>
  `<html><body><p>ORRIN VALE FELT INC</p>${Array.from({ length: n }, (_, at) => each(at)).join('\n')}</body></html>`
const CAUTION =
  '<p>Cautionary Statement Regarding Forward-Looking Statements</p><p>This report contains forward-looking statements. Actual results may differ materially because of factors that include the following:</p>'

/** Shapes in which every part could be held against every other. */
const SHAPES: readonly (readonly [string, (n: number) => string])[] = [
  ['results that one number joins', (n) => page(n, (at) => `<p>Revenue from ${own(at)} rose to $12.5 million in the third quarter.</p>`)],
  ['findings at odds with each other',
    (n) =>
      page(n, (at) =>
        `<p>In the clinical trial of ${own(at)}, patients improved regardless of ${own(at)} with p=0.0${
          String(at % 80 + 10)
        } versus placebo, which depended on ${own(at + 7)}.</p>`)],
  ['statements and cautions of one risk',
    (n) =>
      page(n, (at) => `${at === 0 ? CAUTION : ''}<ul><li>the demand for ${own(at)} and its price;</li></ul>`)
      + page(n, (at) => `${at === 0 ? '<h2>Plans</h2>' : ''}<p>We expect that demand for ${own(at)} will grow.</p>`)],
  ['headed findings', (n) => page(n, (at) => `<h2>Finding ${String(at % 99 + 1)}</h2><p>Felt wore ${String(at)}% less than before.</p>`)],
  ['persons quoted', (n) => page(n, (at) => `<p>“We are pleased with the year at ${own(at)},” said Ann Reed, head of ${own(at + 3)}.</p>`)],
  ['ranges of one paragraph',
    (n) => `<p>${Array.from({ length: n }, (_, at) => `The mill at ${own(at)} sold felt.<!-- c --> `).join('')}</p>`],
  ['links of one paragraph',
    (n) =>
      `<p>${
        Array.from({ length: n }, (_, at) => `<a href="#a${String(at)}">go ${String(at)}</a> <a name="a${String(at)}">on</a>. `).join('')
      }</p>`],
  ['items of a form',
    (n) =>
      page(n, (at) =>
        `${at === 0 ? '<p>FORM 10-K</p>' : ''}<h2>Part ${at % 2 === 0 ? 'I' : 'II'}</h2><p>${own(at)} is ours and was so.</p>`)]
]

describe('the steps of an analysis', () => {
  it.each(HEAVY_KINDS.map((kind) => [kind.name, kind] as const))('grow with the text: %s', (_, { full, text }) => {
    const n = full >= 1_000_000 ? FEW * 60 : FEW
    analyse(text(n))
    expect(stepsFor(text(n * 2)) / stepsFor(text(n))).toBeLessThan(MOST)
  })

  it.each(SHAPES)('grow with the text: %s', (_, text) => {
    analyse(text(SHAPED))
    expect(stepsFor(text(SHAPED * 2)) / stepsFor(text(SHAPED))).toBeLessThan(MOST)
  })

  it('look once for a line break that stands nowhere, however many blocks there are', () => {
    const { blocks, format } = ((): { blocks: ReturnType<typeof analyseDocument>['document']['blocks']; format: 'html' } => {
      const opened = openFile(Buffer.from(page(FEW, (at) => `<p>The mill at ${own(at)} sold felt.</p>`)), codec)
      const [entry] = opened.documents
      if (!entry) throw new Error('The page has no document.')
      return { blocks: analyseDocument(opened, entry).document.blocks, format: 'html' }
    })()
    const looked = vi.spyOn(RegExp.prototype, 'exec')
    withLineBreaks('no break in here', blocks, format)
    expect(looked).toHaveBeenCalledTimes(1)
    looked.mockRestore()
  })
})
