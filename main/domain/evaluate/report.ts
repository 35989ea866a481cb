import { bootstrapInterval } from './bootstrap'
import type { Random } from './bootstrap'
import { f1Of, precisionOf, recallOf, sumCounts } from './counts'
import { MEASURES } from './score-document'
import type { DocumentScore } from './score-document'

/** A scored document with its name. */
export interface NamedScore {
  readonly name: string
  readonly score: DocumentScore
}

const ACCURACY: ReadonlySet<string> = new Set(['polarity'])
const figure = (value: number): string => value.toFixed(3)
const WIDTH = 34

const overallLine = (measure: (typeof MEASURES)[number], scores: readonly NamedScore[], random: Random): string => {
  const each = scores.map(({ score }) => score.counts[measure])
  const total = sumCounts(each)
  const of = total.right + total.missed
  if (ACCURACY.has(measure)) {
    const right = precisionOf(total)
    return `${measure.padEnd(WIDTH)} accuracy ${figure(right)}  (${total.right} of ${total.right + total.spurious})`
  }
  const [low, high] = bootstrapInterval(each, random)
  return `${measure.padEnd(WIDTH)} F1 ${figure(f1Of(total))} [${figure(low)}, ${figure(high)}]  P ${figure(precisionOf(total))}  R ${
    figure(recallOf(total))
  }  (${total.right} of ${of}, ${total.spurious} spurious)`
}

const documentLines = ({ name, score }: NamedScore): string[] => [
  name,
  ...MEASURES.filter((measure) => !measure.startsWith('baseline')).map((measure) => {
    const counts = score.counts[measure]
    const value = ACCURACY.has(measure) ? precisionOf(counts) : f1Of(counts)
    return `  ${measure.padEnd(WIDTH - 2)} ${figure(value)}  (${counts.right} right, ${counts.spurious} ${
      ACCURACY.has(measure) ? 'wrong' : 'spurious'
    }, ${counts.missed} missed)`
  })
]

const errorLines = ({ name, score }: NamedScore): string[] =>
  score.errors.map((error) => `${name}: ${error.measure}: ${error.what}: ${error.text}`)

/** The report of an evaluation as lines: each document, all together with bootstrap intervals over documents, every error. */
export const reportLines = (scores: readonly NamedScore[], random: Random): string[] => [
  ...scores.flatMap(documentLines),
  '',
  `All ${scores.length} documents (95 % bootstrap interval over documents)`,
  ...MEASURES.map((measure) => overallLine(measure, scores, random)),
  '',
  'Errors',
  ...scores.flatMap(errorLines)
]
