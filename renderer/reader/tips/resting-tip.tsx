import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import type { DocumentContent } from '#contract/library'
import { blockIndexOf } from '#model/block-index'
import { sourceOffset } from '#model/text-map'
import { surfaceOf } from '../../state/document/surface'
import { pointAt, SURFACE } from '../live-range'

/** How long the pointer rests on words before what is known of them is told, in ms; and how long the tip stays on the way to it. */
const REST_MS = 400
const LEAVE_MS = 250

/** How far from the lower edge of the window a tip still opens downwards, in CSS pixels; and from the upper one upwards. */
const ROOM = 130

interface Tip<T> {
  readonly what: T
  readonly x: number
  readonly y: number
  readonly above: boolean
}

/** What a tip takes: what is told of the words at a source offset (null where nothing is), while it is `on`; it opens above the words where it is to leave the room below to another. */
export interface RestingTipProps<T> {
  readonly page: RefObject<HTMLElement | null>
  readonly content: DocumentContent
  readonly on: boolean
  readonly at: (offset: number) => T | null
  readonly opens: 'below' | 'above'
  readonly children: (what: T) => ReactNode
}

function tipAt<T>({ content, at, opens }: Pick<RestingTipProps<T>, 'content' | 'at' | 'opens'>, x: number, y: number): Tip<T> | null {
  if (!document.elementFromPoint(x, y)?.closest(`[${SURFACE}]`)) return null
  const point = pointAt(x, y)
  const index = blockIndexOf(content.blocks)
  const block = point ? index.blocks[index.of(point.surface)] : undefined
  const what = point && block ? at(sourceOffset(surfaceOf(block).map, point.offset)) : null
  if (what === null) return null
  const above = opens === 'above' ? y > ROOM : y + ROOM > window.innerHeight
  return { what, x, y: above ? y - 12 : y + 16, above }
}

/** Tells what is known of words while the pointer rests on them, and stays while the pointer is on the tip. */
export function RestingTip<T>({ page, content, on, at, opens, children }: RestingTipProps<T>) {
  const [tip, setTip] = useState<Tip<T> | null>(null)
  const [held, setHeld] = useState(false)
  useEffect(() => {
    const element = page.current
    if (!element || !on) return undefined
    let timer = 0
    const later = (ms: number, next: () => Tip<T> | null): void => {
      clearTimeout(timer)
      timer = window.setTimeout(() => setTip(next()), ms)
    }
    const move = ({ clientX, clientY, buttons }: PointerEvent): void =>
      later(buttons === 0 ? REST_MS : 0, () => buttons === 0 ? tipAt({ content, at, opens }, clientX, clientY) : null)
    const leave = (): void => later(LEAVE_MS, () => null)
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
  }, [page, content, on, at, opens])
  const [last, setLast] = useState<Tip<T> | null>(null)
  if (tip !== null && tip !== last) setLast(tip)
  const shown = tip ?? (held ? last : null)
  if (shown === null || !on) return null
  const { what, x, y, above } = shown
  return (
    <div
      className="seen-tip"
      role="tooltip"
      data-above={above}
      style={{ left: Math.min(x, window.innerWidth - 340), top: y }}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      {children(what)}
    </div>
  )
}
