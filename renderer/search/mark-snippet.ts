import type { TextRange } from '#contract/range'

/** A run of a snippet, marked where the search found its words. */
export interface SnippetRun {
  readonly text: string
  readonly marked: boolean
}

/** Cuts a snippet at its marks. Marks may overlap or reach beyond it; each character is told once. */
export const markSnippet = (snippet: string, marks: readonly TextRange[]): readonly SnippetRun[] => {
  const runs: SnippetRun[] = []
  let at = 0
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    const from = Math.max(at, start)
    const to = Math.min(snippet.length, end)
    if (to <= from) continue
    if (from > at) runs.push({ text: snippet.slice(at, from), marked: false })
    runs.push({ text: snippet.slice(from, to), marked: true })
    at = to
  }
  if (at < snippet.length) runs.push({ text: snippet.slice(at), marked: false })
  return runs
}
