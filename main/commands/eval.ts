import { existsSync, readFileSync, readdirSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { analyseDocument, openFile } from '../domain/analyse'
import { seededRandom } from '../domain/evaluate/bootstrap'
import { readGold, readSampledGold } from '../domain/evaluate/gold'
import type { Gold } from '../domain/evaluate/gold'
import { releaseKind } from '../domain/evaluate/release-kind'
import { baselineOf, reportLines } from '../domain/evaluate/report'
import type { Baseline, NamedScore } from '../domain/evaluate/report'
import { scoreDocument } from '../domain/evaluate/score-document'
import { codec } from '../worker/codec'

const GOLD_ENDING = '.gold.json'

/** The kept figures, in the project's own folder: `npm run eval` runs there. */
const BASELINE = join('main', 'commands', 'eval', 'baseline.json')

/** Fixed, so that two runs on the same files print the same intervals. */
const SEED = 20_260_101

/** Where the filing of a gold file lies: beside it, or in the neighbouring `filings` folder; null where it is in neither. */
const filingOf = (folder: string, gold: Gold): string | null =>
  [join(folder, gold.file), join(folder, '..', 'filings', gold.file)].find((path) => existsSync(path)) ?? null

const jsonIn = (path: string): unknown => {
  const json: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return json
}

/** Scores one gold file; a sentence where it cannot be scored. */
const scoreFile = (folder: string, gold: Gold): NamedScore | string => {
  const path = filingOf(folder, gold)
  if (!path) return `The filing ${gold.file} is neither in the folder nor in ../filings.`
  const opened = openFile(readFileSync(path), codec)
  const documents = opened.documents.map((entry) => analyseDocument(opened, entry).document)
  const riskFactors = documents.flatMap((document) => document.safeHarbor?.riskFactors ?? [])
  const first = documents.find((document) => document.safeHarbor !== null)?.safeHarbor ?? null
  return {
    name: gold.file.replace(/\.\w{2,4}$/, ''),
    issuer: gold.issuer,
    extent: gold.extent,
    kind: gold.extent === 'sampled' ? 'report' : releaseKind(opened.raw),
    score: scoreDocument(gold, {
      blocks: documents.flatMap((document) => document.blocks),
      sentences: documents.flatMap((document) => document.sentences),
      forwardLooking: documents.flatMap((document) => document.forwardLooking),
      findings: documents.flatMap((document) => document.findings),
      safeHarbor: first && {
        ...first,
        riskFactors,
        triggers: documents.flatMap((document) => document.safeHarbor?.triggers ?? []),
        subjects: documents.flatMap((document) => document.safeHarbor?.subjects ?? [])
      }
    })
  }
}

/** The gold of a folder: a file for each filing, and the sentences drawn from reports. */
const goldIn = (folder: string): { golds: Gold[]; refused: string[] } => {
  const refused: string[] = []
  const golds = readdirSync(folder).filter((name) => name.endsWith(GOLD_ENDING)).sort().flatMap((name) => {
    const gold = readGold(jsonIn(join(folder, name)))
    if (!gold) refused.push(`${name} is not a gold file.`)
    return gold ?? []
  })
  const sampled = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.endsWith(GOLD_ENDING)).sort()
  return { golds: [...golds, ...sampled.flatMap((name) => readSampledGold(jsonIn(join(folder, name))))], refused }
}

const beforeIn = (path: string): Baseline => existsSync(path) ? jsonIn(path) as Baseline : {}

/** Prints the scores of every gold file of a folder. */
const evaluate = (folder: string, options: ReadonlySet<string>): void => {
  const { golds, refused } = goldIn(folder)
  const scores: NamedScore[] = []
  for (const gold of golds.filter(({ extent }) => !options.has('--releases') || extent !== 'sampled')) {
    const scored = scoreFile(folder, gold)
    if (typeof scored === 'string') refused.push(scored)
    else scores.push(scored)
  }
  for (const line of refused) process.stderr.write(`${line}\n`)
  if (scores.length === 0) {
    process.stderr.write(`No gold file (*${GOLD_ENDING}) in ${folder} could be scored.\n`)
    process.exitCode = 1
    return
  }
  writeSync(1, `${reportLines(scores, seededRandom(SEED), { before: beforeIn(BASELINE), every: options.has('--errors') }).join('\n')}\n`)
  if (options.has('--keep')) writeFileSync(BASELINE, `${JSON.stringify(baselineOf(scores), null, 1)}\n`)
}

const [folder, ...options] = process.argv.slice(2)
if (folder === undefined || !(statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false)) {
  process.stderr.write('Name the folder of the gold files: npm run eval -- FOLDER [--errors] [--releases] [--keep]\n')
  process.exitCode = 2
} else evaluate(folder, new Set(options))
