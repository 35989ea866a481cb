import { existsSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Classifier } from '../domain/detect/judge/classifier'
import { LEARNT, SHIPPED, classifierOf } from '../domain/detect/judge/weights'
import { seededRandom } from '../domain/evaluate/bootstrap'
import { releaseKind } from '../domain/evaluate/release-kind'
import { baselineOf, reportLines } from '../domain/evaluate/report'
import type { Baseline, NamedScore } from '../domain/evaluate/report'
import { scoreDocument } from '../domain/evaluate/score-document'
import { fileMark, learnWeights } from '../domain/evaluate/train-judge'
import type { Lesson } from '../domain/evaluate/train-judge'
import { goldFilesIn, lessonsIn, readDocuments } from './eval/gold-files'
import type { GoldFile } from './eval/gold-files'

/** The kept figures, in the project's own folder: `npm run eval` runs there. */
const BASELINE = join('main', 'commands', 'eval', 'baseline.json')

/** Fixed, so that two runs on the same files print the same intervals. */
const SEED = 20_260_101

/** Scores one gold file as a classifier, or the rules alone, reads its filing. */
const scoreFile = ({ gold, path }: GoldFile, classifier: Classifier | null): NamedScore => {
  const { documents, raw } = readDocuments(path, classifier)
  const harbors = documents.flatMap((document) => document.safeHarbor ?? [])
  const first = harbors[0] ?? null
  return {
    name: gold.file.replace(/\.\w{2,4}$/, ''),
    issuer: gold.issuer,
    extent: gold.extent,
    kind: gold.extent === 'sampled' ? 'report' : releaseKind(raw),
    score: scoreDocument(gold, {
      blocks: documents.flatMap((document) => document.blocks),
      sentences: documents.flatMap((document) => document.sentences),
      forwardLooking: documents.flatMap((document) => document.forwardLooking),
      findings: documents.flatMap((document) => document.findings),
      safeHarbor: first && {
        ...first,
        riskFactors: harbors.flatMap((harbor) => harbor.riskFactors),
        triggers: harbors.flatMap((harbor) => harbor.triggers),
        subjects: harbors.flatMap((harbor) => harbor.subjects)
      }
    })
  }
}

/**
 * The judge of each filing: the shipped one where it never saw the filing; else one that learnt from the other issuers of the folder, so that no
 * figure is of issuers that were learnt from.
 */
const judges = (files: readonly GoldFile[], rulesAlone: boolean): (file: GoldFile) => Classifier | null => {
  if (rulesAlone) return () => null
  const seen = new Set(SHIPPED.learnt)
  const known = files.filter(({ gold }) => seen.has(fileMark(gold.file)))
  const lessons: readonly Lesson[] = known.length === 0 ? [] : lessonsIn(known)
  const byIssuer = new Map<string, Classifier>()
  const learntWithout = (issuer: string): Classifier => {
    const made = byIssuer.get(issuer) ?? classifierOf(learnWeights(lessons.filter((lesson) => lesson.issuer !== issuer), SHIPPED.sure))
    byIssuer.set(issuer, made)
    return made
  }
  return ({ gold }) => known.some((file) => file.gold.issuer === gold.issuer) ? learntWithout(gold.issuer) : LEARNT
}

const beforeIn = (path: string): Baseline => existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) as Baseline : {}

const howJudged = (rulesAlone: boolean, files: readonly GoldFile[]): string => {
  const seen = new Set(SHIPPED.learnt)
  const learnt = files.filter(({ gold }) => seen.has(fileMark(gold.file))).length
  if (rulesAlone) return 'The rules alone.'
  return learnt === 0
    ? 'Rules and the shipped judge, which learnt from none of these files.'
    : `Rules and judge; ${String(learnt)} of these files were learnt from, and each is judged by what the other issuers teach.`
}

/** Prints the scores of every gold file of a folder. */
const evaluate = (folder: string, options: ReadonlySet<string>): void => {
  const { files, refused } = goldFilesIn(folder)
  for (const line of refused) process.stderr.write(`${line}\n`)
  const wanted = files.filter(({ gold }) => !options.has('--releases') || gold.extent !== 'sampled')
  if (wanted.length === 0) {
    process.stderr.write(`No gold file (*.gold.json) in ${folder} could be scored.\n`)
    process.exitCode = 1
    return
  }
  const rulesAlone = options.has('--rules')
  const judgeOf = judges(wanted, rulesAlone)
  const scores = wanted.map((file) => scoreFile(file, judgeOf(file)))
  const lines = reportLines(scores, seededRandom(SEED), { before: beforeIn(BASELINE), every: options.has('--errors') })
  writeSync(1, `${[howJudged(rulesAlone, wanted), '', ...lines].join('\n')}\n`)
  if (options.has('--keep')) writeFileSync(BASELINE, `${JSON.stringify(baselineOf(scores), null, 1)}\n`)
}

const [folder, ...options] = process.argv.slice(2)
if (folder === undefined || !(statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false)) {
  process.stderr.write('Name the folder of the gold files: npm run eval -- FOLDER [--rules] [--errors] [--releases] [--keep]\n')
  process.exitCode = 2
} else evaluate(folder, new Set(options))
