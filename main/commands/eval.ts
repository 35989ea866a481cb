import { existsSync, readFileSync, readdirSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { analyseDocument, openFile } from '../domain/analyse'
import { seededRandom } from '../domain/evaluate/bootstrap'
import { readGold } from '../domain/evaluate/gold'
import type { Gold } from '../domain/evaluate/gold'
import { reportLines } from '../domain/evaluate/report'
import type { NamedScore } from '../domain/evaluate/report'
import { scoreDocument } from '../domain/evaluate/score-document'
import { codec } from '../worker/codec'

const GOLD_ENDING = '.gold.json'

/** Fixed, so that two runs on the same files print the same intervals. */
const SEED = 20_260_101

/** Where the filing of a gold file lies: beside it, or in the neighbouring `filings` folder; null where it is in neither. */
const filingOf = (folder: string, gold: Gold): string | null =>
  [join(folder, gold.file), join(folder, '..', 'filings', gold.file)].find((path) => existsSync(path)) ?? null

const goldIn = (path: string): Gold | null => {
  const json: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return readGold(json)
}

/** Scores one gold file; a sentence where it cannot be scored. */
const scoreFile = (folder: string, name: string): NamedScore | string => {
  const gold = goldIn(join(folder, name))
  if (!gold) return `${name} is not a gold file.`
  const path = filingOf(folder, gold)
  if (!path) return `${name}: the filing ${gold.file} is neither in the folder nor in ../filings.`
  const opened = openFile(readFileSync(path), codec)
  const documents = opened.documents.map((entry) => analyseDocument(opened, entry).document)
  const riskFactors = documents.flatMap((document) => document.safeHarbor?.riskFactors ?? [])
  const first = documents.find((document) => document.safeHarbor !== null)?.safeHarbor ?? null
  return {
    name: name.slice(0, -GOLD_ENDING.length),
    score: scoreDocument(gold, {
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

/** Prints the scores of every gold file of a folder. */
const evaluate = (folder: string): void => {
  const names = readdirSync(folder).filter((name) => name.endsWith(GOLD_ENDING)).sort()
  const scores: NamedScore[] = []
  for (const name of names) {
    const scored = scoreFile(folder, name)
    if (typeof scored === 'string') process.stderr.write(`${scored}\n`)
    else scores.push(scored)
  }
  if (scores.length === 0) {
    process.stderr.write(`No gold file (*${GOLD_ENDING}) in ${folder} could be scored.\n`)
    process.exitCode = 1
    return
  }
  writeSync(1, `${reportLines(scores, seededRandom(SEED)).join('\n')}\n`)
}

const folder = process.argv[2]
if (folder === undefined || !(statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false)) {
  process.stderr.write('Name the folder of the gold files: npm run eval -- FOLDER\n')
  process.exitCode = 2
} else evaluate(folder)
