import { type RefObject, useEffect, useState } from 'react'
import type { SeenSentence } from '#contract/comparison'
import type { DocumentContent } from '#contract/library'
import { blockIndexOf } from '../state/block-index'
import { seenState } from '../state/seen'
import { sourceOffset, surfaceOf } from '../state/text-map'
import { useStore } from '../state/use-store'
import { Button } from '../ui/button'
import { pointAt, SURFACE } from './live-range'

/** How long the pointer rests on a dimmed sentence before its first place is told, in ms; and how long the tip stays on the way to it. */
const REST_MS = 400
const LEAVE_MS = 250

/** How far from the lower edge of the window a tip still opens downwards, in CSS pixels. */
const ROOM = 130

interface Tip {
  readonly sentence: SeenSentence
  readonly x: number
  readonly y: number
  readonly above: boolean
}

const tipAt = (content: DocumentContent, x: number, y: number): Tip | null => {
  if (!document.elementFromPoint(x, y)?.closest(`[${SURFACE}]`)) return null
  const point = pointAt(x, y)
  const index = blockIndexOf(content.blocks)
  const block = point ? index.blocks[index.of(point.surface)] : undefined
  const sentence = point && block ? seenState.at(sourceOffset(surfaceOf(block).map, point.offset)) : null
  if (!sentence) return null
  const above = y + ROOM > window.innerHeight
  return { sentence, x, y: above ? y - 12 : y + 16, above }
}

/** Tells where a dimmed sentence was first seen while the pointer rests on it, and leads there. The commands tell the same by key. */
export const SeenTip = ({ page, content }: { readonly page: RefObject<HTMLElement | null>; readonly content: DocumentContent }) => {
  const on = useStore(seenState, seenState.select.on)
  const [tip, setTip] = useState<Tip | null>(null)
  const [held, setHeld] = useState(false)
  useEffect(() => {
    const element = page.current
    if (!element || !on) return undefined
    let timer = 0
    const later = (ms: number, next: () => Tip | null): void => {
      clearTimeout(timer)
      timer = window.setTimeout(() => { setTip(next()) }, ms)
    }
    const move = ({ clientX, clientY, buttons }: PointerEvent): void => { later(buttons === 0 ? REST_MS : 0, () => buttons === 0 ? tipAt(content, clientX, clientY) : null) }
    const leave = (): void => { later(LEAVE_MS, () => null) }
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerleave', leave)
    element.addEventListener('scroll', leave, { passive: true })
    return () => {
      clearTimeout(timer)
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerleave', leave)
      element.removeEventListener('scroll', leave)
      setTip(null)
    }
  }, [page, content, on])
  const [last, setLast] = useState<Tip | null>(null)
  if (tip !== null && tip !== last) setLast(tip)
  const shown = tip ?? (held ? last : null)
  if (shown === null || !on) return null
  const { sentence, x, y, above } = shown
  return (
    <div
      className="seen-tip" role="tooltip" data-above={above} style={{ left: Math.min(x, window.innerWidth - 340), top: y }}
      onPointerEnter={() => { setHeld(true) }} onPointerLeave={() => { setHeld(false) }}
    >
      <p>{seenState.wordsOf(sentence)}.</p>
      <Button size="small" tone="plain" onClick={() => { void seenState.goTo(sentence.first) }}>Go there</Button>
    </div>
  )
}
