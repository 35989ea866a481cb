import { expect, test } from 'vitest'
import type { AnchorVerdict } from '#contract/annotation'
import { isAttached } from './verdict'

test('only words that are there or moved are attached', () => {
  const verdicts: Readonly<Record<AnchorVerdict, boolean>> = {
    'intact': true,
    'moved': true,
    'reworded': false,
    'number-changed': false,
    'polarity-changed': false,
    'ambiguous': false,
    'gone': false
  }
  for (const [verdict, attached] of Object.entries(verdicts)) expect(isAttached(verdict as AnchorVerdict), verdict).toBe(attached)
})
