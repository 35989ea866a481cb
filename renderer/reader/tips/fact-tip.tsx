import { type RefObject, useEffect, useState } from 'react'
import type { Fact } from '#contract/filing'
import type { DocumentContent } from '#contract/library'
import { blockIndexOf } from '#model/block-index'
import { conceptName, decimalsWords, dimensionWords, periodWords, unitWords, valueWords } from '../../state/figures/concept-name'
import { factsState } from '../../state/document/facts'
import { sourceOffset } from '#model/text-map'
import { surfaceOf } from '../../state/document/surface'
import { pointAt, rectOf, SURFACE } from '../live-range'
import { createRangeIndex, type RangeIndex } from '../paint/range-index'
import { onceFor } from '#model/remember'

/** A fact that covers more code units of source than this is a note of many sentences and not a number or a name. */
const LONGEST = 400

/** How long the pointer rests on a number before its fact is shown, in ms. */
const REST_MS = 250

/** How far from the lower edge of the window a tip still opens downwards, in CSS pixels. */
const ROOM = 190

interface FactAt extends Fact {
  readonly start: number
  readonly end: number
}

interface Tip {
  readonly fact: Fact
  readonly x: number
  readonly y: number
  readonly above: boolean
}

/** The facts with a place on the page; built once for each list of them. */
const indexOf = onceFor((facts: readonly Fact[]): RangeIndex<FactAt> =>
  createRangeIndex(facts
    .filter(({ hidden, range }) => !hidden && range.end - range.start <= LONGEST)
    .map((fact) => ({ ...fact, start: fact.range.start, end: fact.range.end }))
    .sort((a, b) => a.start - b.start))
)

const within = ({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean => x >= left && x <= right && y >= top && y <= bottom

/** The shown character under a point and its box; null between lines and beside them, where the caret is near but nothing is meant. */
const characterAt = (x: number, y: number): { readonly block: string; readonly offset: number; readonly box: DOMRect } | null => {
  const element = document.elementFromPoint(x, y)?.closest(`[${SURFACE}]`)
  const point = pointAt(x, y)
  if (!element || !point) return null
  for (const offset of [point.offset, point.offset - 1]) {
    const box = offset < 0 ? null : rectOf(element, offset)
    if (box && within(box, x, y)) return { block: point.surface, offset, box }
  }
  return null
}

const tipAt = (content: DocumentContent, facts: RangeIndex<FactAt>, x: number, y: number): Tip | null => {
  const character = characterAt(x, y)
  const index = blockIndexOf(content.blocks)
  const block = character ? index.blocks[index.of(character.block)] : undefined
  const [fact] = character && block ? facts.at(sourceOffset(surfaceOf(block).map, character.offset)) : []
  if (!fact || !character) return null
  const above = character.box.bottom + ROOM > window.innerHeight
  return { fact, x: character.box.left, y: above ? character.box.top : character.box.bottom, above }
}

/** The fact under the resting pointer. */
const useTip = (page: RefObject<HTMLElement | null>, content: DocumentContent): Tip | null => {
  const [tip, setTip] = useState<Tip | null>(null)
  useEffect(() => {
    const element = page.current
    if (!element || !content.hasFacts) return undefined
    let timer = 0
    let latest = 0
    const look = async (x: number, y: number): Promise<void> => {
      latest += 1
      const mine = latest
      await factsState.want()
      if (mine === latest) setTip(tipAt(content, indexOf(factsState.store.get().facts), x, y))
    }
    const hide = (): void => {
      clearTimeout(timer)
      latest += 1
      setTip(null)
    }
    const move = ({ clientX, clientY, buttons }: PointerEvent): void => {
      clearTimeout(timer)
      if (buttons !== 0) {
        setTip(null)
        return
      }
      latest += 1
      timer = window.setTimeout(() => void look(clientX, clientY), REST_MS)
    }
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerleave', hide)
    element.addEventListener('pointerdown', hide)
    element.addEventListener('scroll', hide, { passive: true })
    return () => {
      clearTimeout(timer)
      latest += 1
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerleave', hide)
      element.removeEventListener('pointerdown', hide)
      element.removeEventListener('scroll', hide)
    }
  }, [page, content])
  return tip
}

/** Shows the inline XBRL fact that a number on the page is, while the pointer rests on it. The facts list tells the same without a pointer. */
export const FactTip = ({ page, content }: { readonly page: RefObject<HTMLElement | null>; readonly content: DocumentContent }) => {
  const tip = useTip(page, content)
  if (tip === null) return null
  const { fact, x, y, above } = tip
  const { words, namespace } = conceptName(fact.concept)
  const unit = unitWords(fact.unit)
  const lines = [
    ['Value', `${valueWords(fact.value, fact.unit).slice(0, LONGEST)} ${unit}`.trim()],
    ['Period', fact.period === null ? '' : periodWords(fact.period)],
    ['Unit', unit],
    ['Precision', fact.decimals === null ? '' : decimalsWords(fact.decimals)],
    ['Of', fact.dimensions.map(dimensionWords).join(' · ')]
  ] as const
  return (
    <div className="fact-tip" role="tooltip" data-above={above} style={{ left: Math.min(x, window.innerWidth - 340), top: y }}>
      <p className="fact-tip-name">{words}{namespace === '' ? null : <span className="figure-namespace">{namespace}</span>}</p>
      <dl>
        {lines.filter(([, value]) => value !== '').map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
