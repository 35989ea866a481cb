import { describe, expect, it } from 'vitest'
import type { Block, Section } from '#contract/filing'
import { outlineOf } from './outline'

const heading = (id: string, start: number, text: string): Block => ({ id, kind: 'heading', ranges: [{ start, end: start + text.length }],
  text, map: [], why: '', level: 2 })
const section = (title: string, start: number, end: number, item: string | null = null): Section => ({ id: title, kind: 'item', title,
  level: 2, part: null, item, range: { start, end } })

describe('the outline', () => {
  it('puts headings that open no section of their own under the section they stand in', () => {
    const entries = outlineOf(
      [section('Risk factors', 50, 100, '1A'), section('Business', 10, 50, '1')],
      [heading('h1', 10, 'Business'), heading('h2', 20, 'Our  products'), heading('h3', 60, 'Risks of supply')]
    )
    expect(entries.map(({ label, parts }) => [label, parts.map((part) => part.label)])).toEqual([
      ['Item 1. Business', ['Our products']],
      ['Item 1A. Risk factors', ['Risks of supply']]
    ])
  })

  it('lists the headings alone where there are no sections', () => {
    expect(outlineOf([], [heading('h1', 10, 'OVERVIEW')]).map(({ label }) => label)).toEqual(['OVERVIEW'])
  })

  it('lists a part that has no title under its number, and no heading of it under the item before', () => {
    const part = (title: string, start: number, number: string): Section => ({ ...section(title, start, start + 10), id: `p${number}`,
      part: number, kind: 'part', level: 1 })
    const entries = outlineOf([section('Mine safety', 10, 20, '4'), part('', 30, 'II'), part('OTHER INFORMATION', 50, 'III')], [
      heading('h1', 30, 'PART II')
    ])
    expect(entries.map(({ label, parts }) => [label, parts.length])).toEqual([['Item 4. Mine safety', 0], ['Part II', 0], [
      'Part III. OTHER INFORMATION',
      0
    ]])
  })

  it('does not say "Item" twice, nor of an item without a number', () => {
    expect(outlineOf([section('Item 7. Discussion', 0, 5, '7'), section('Executive officers', 6, 9, 'X')], []).map(({ label }) => label))
      .toEqual(['Item 7. Discussion', 'Executive officers'])
  })
})
