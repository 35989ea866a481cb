import type { Trigger } from '#contract/finding'

/** A run of a sentence: plain words, or a trigger with the list it is on. */
export interface TriggerRun {
  readonly text: string
  readonly source: Trigger['source'] | null
}

/**
 * Cuts a sentence, as it is shown, at its triggers. Triggers speak in source offsets while `text` has its white space collapsed,
 * so each is looked for by its words behind the one before; one that is not found is left unmarked.
 */
export const markTriggers = (text: string, triggers: readonly Trigger[]): readonly TriggerRun[] => {
  const runs: TriggerRun[] = []
  let at = 0
  for (const trigger of [...triggers].sort((a, b) => a.start - b.start)) {
    const words = trigger.text.replace(/\s+/g, ' ').trim()
    const found = words === '' ? -1 : text.indexOf(words, at)
    if (found < 0) continue
    if (found > at) runs.push({ text: text.slice(at, found), source: null })
    runs.push({ text: words, source: trigger.source })
    at = found + words.length
  }
  if (at < text.length) runs.push({ text: text.slice(at), source: null })
  return runs
}
