import { readFileSync } from 'node:fs'
import { analyseDocument, openFile } from '../domain/analyse'
import { blankFacts } from '../domain/evaluate/blank-facts'
import { ASPECTS, judgeFigures } from '../domain/evaluate/judge-figures'
import type { Aspect, Disagreement, FiguresVerdict, Standing } from '../domain/evaluate/judge-figures'
import { parseDocument } from '../domain/parse/file/parse-document'
import { codec } from '../worker/codec'

/** How many disagreements of each aspect are shown of the sentences, and of the tables, of each file. */
const SHOWN = 12

/** One disagreement in a line: the words around the figure, what was read, and what the fact says. */
const line = (raw: string, { aspect, standing, figure, fact }: Disagreement): string => {
  const around = raw.slice(Math.max(0, figure.range.start - 1500), figure.range.end + 1500)
  const at = Math.min(1500, figure.range.start)
  const plain = (text: string): string => text.replace(/<[^<>]*>?|^[^<>]*>/g, '').replace(/&#160;|&nbsp;|\s+/g, ' ')
  const words = `${plain(around.slice(0, at)).slice(-150)}«${figure.text}»${
    plain(around.slice(at + figure.range.end - figure.range.start)).slice(0, 110)
  }`
  return `  ${aspect}/${standing} at ${figure.range.start}: read ${figure.value} ${figure.unit ?? '-'} [${figure.measure ?? '-'}] ${
    figure.period ?? '-'
  }; fact ${fact.value} ${fact.unit ?? '-'} ${fact.period ?? '-'} ${fact.concept} | ${words}`
}

const share = (part: number, whole: number): string => whole === 0 ? '-' : `${(100 * part / whole).toFixed(2)} %`

const summary = (verdicts: readonly FiguresVerdict[]): string => {
  const sum = (pick: (verdict: FiguresVerdict) => number): number => verdicts.reduce((total, verdict) => total + pick(verdict), 0)
  const of = (standing: Standing, aspect: Aspect): string => {
    const judged = sum((verdict) => verdict.counts[standing][aspect].judged)
    const silent = sum((verdict) => verdict.counts[standing][aspect].silent)
    const wrong = sum((verdict) => verdict.counts[standing][aspect].wrong)
    return `${aspect} ${wrong} of ${judged} (${share(wrong, judged)}${silent > 0 ? `, ${silent} silent` : ''})`
  }
  const rows = (['sentence', 'table'] as const).map((standing) =>
    `  in ${standing}s: ${ASPECTS.map((aspect) => of(standing, aspect)).join('; ')}`
  )
  return [`${sum(({ facts }) => facts)} facts, on ${sum(({ unread }) => unread)} of them no figure stands; wrong:`, ...rows].join('\n')
}

const judge = (path: string): { verdict: FiguresVerdict; lines: readonly string[] } | null => {
  const bytes = readFileSync(path)
  const opened = openFile(bytes, codec)
  const blank = blankFacts(opened.raw)
  if (blank === opened.raw) return null
  const plain = { ...opened, raw: blank }
  const facts = opened.documents.flatMap((entry) => parseDocument(opened.raw, entry).facts)
  const figures = opened.documents.flatMap((entry) => analyseDocument(plain, entry).document.figures)
  const verdict = judgeFigures(blank, figures, facts)
  const lines = (['sentence', 'table'] as const).flatMap((standing) =>
    ASPECTS.flatMap((aspect) =>
      verdict.wrong.filter((one) => one.aspect === aspect && one.standing === standing).slice(0, SHOWN).map((one) => line(blank, one))
    )
  )
  return { verdict, lines }
}

/**
 * Reads each inline XBRL file twice, whole for its facts and with its tags blanked out for its figures, and prints where a figure says otherwise
 * than the fact on the same words; then the totals.
 */
export const judgeFacts = (paths: readonly string[], write: (text: string) => void): void => {
  const verdicts: FiguresVerdict[] = []
  for (const path of paths) {
    const judged = judge(path)
    if (judged === null || judged.verdict.facts === 0) continue
    verdicts.push(judged.verdict)
    write(`${path}: ${summary([judged.verdict])}\n${judged.lines.join('\n')}\n`)
  }
  write(`${verdicts.length} files: ${summary(verdicts)}\n`)
}
