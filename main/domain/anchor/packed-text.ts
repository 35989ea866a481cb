import type { Block, Section } from '#contract/filing'
import type { AnchorBlock, AnchorText } from './anchor-text'
import { isQuotable } from '#model/quote'
import { layOutBlocks } from './anchor-text'

/** An anchor text in a few large pieces, cheap to send to another thread. */
export interface PackedText {
  readonly text: string
  /** The length of each block's text, and how many numbers its map has, by turns. */
  readonly lengths: Int32Array
  /** The maps of all blocks, one behind the other. */
  readonly maps: Int32Array
  readonly sections: readonly Section[]
  readonly textSha256: string
}

/** Packs blocks a few at a time, in their order. */
export interface TextPacker {
  add(blocks: readonly Block[]): void
  finish(sections: readonly Section[], textSha256: string): PackedText
}

/** A new, empty packer. */
export const createTextPacker = (): TextPacker => {
  const texts: string[] = []
  const lengths: number[] = []
  const maps: number[][] = []
  return {
    add: (blocks) => {
      const held: number[] = []
      for (const block of blocks) {
        if (!isQuotable(block)) continue
        texts.push(block.text)
        lengths.push(block.text.length, block.map.length)
        for (const value of block.map) held.push(value)
      }
      maps.push(held)
    },
    finish: (sections, textSha256) => {
      const all = new Int32Array(maps.reduce((sum, held) => sum + held.length, 0))
      let at = 0
      for (const held of maps) {
        all.set(held, at)
        at += held.length
      }
      return { text: texts.join(''), lengths: Int32Array.from(lengths), maps: all, sections, textSha256 }
    }
  }
}

/** Lays a packed text out for anchors again. */
export const unpackText = ({ text, lengths, maps, sections, textSha256 }: PackedText): AnchorText => {
  const blocks: AnchorBlock[] = []
  let from = 0
  let mapFrom = 0
  for (let at = 0; at < lengths.length; at += 2) {
    const to = from + (lengths[at] ?? 0)
    const mapTo = mapFrom + (lengths[at + 1] ?? 0)
    blocks.push({ text: text.slice(from, to), map: [...maps.subarray(mapFrom, mapTo)] })
    from = to
    mapFrom = mapTo
  }
  return layOutBlocks(blocks, sections, textSha256)
}
