import { statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { classifierOf } from '../domain/detect/judge/weights'
import type { JudgeWeights } from '../domain/detect/judge/weights'
import { fileMark, learnWeights, measureSure } from '../domain/evaluate/train-judge'
import { goldFilesIn, lessonsIn } from './eval/gold-files'

/** Where the weights are kept, in the project's own folder: `npm run train` runs there. */
const WEIGHTS = join('resources', 'lexicon', 'judge.json')

/** A line for each feature, so that two trainings can be compared line by line. */
const written = (weights: JudgeWeights): string => {
  const lines = (of: Readonly<Record<string, unknown>>): string =>
    Object.entries(of).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',\n')
  const { bias, sure, learnt, words, risks } = weights
  return `{"bias":${JSON.stringify(bias)},\n"sure":${JSON.stringify(sure)},\n"learnt":${JSON.stringify(learnt)},\n"words":{\n${
    lines(words)
  }},\n"risks":{\n${lines(risks)}}}\n`
}

/** Learns the judge from the labels of a folder and writes its weights. */
const train = (folder: string): void => {
  const { files, refused } = goldFilesIn(folder)
  for (const line of refused) process.stderr.write(`${line}\n`)
  const lessons = lessonsIn(files)
  if (lessons.length === 0) {
    process.stderr.write(`No labelled sentence in ${folder} could be learnt from.\n`)
    process.exitCode = 1
    return
  }
  const sure = measureSure(lessons, classifierOf)
  const weights: JudgeWeights = { ...learnWeights(lessons, sure),
    learnt: files.map(({ gold }) => fileMark(gold.file)).sort((a, b) => a - b) }
  const text = written(weights)
  writeFileSync(WEIGHTS, text)
  writeSync(1,
    `${String(lessons.length)} sentences of ${String(new Set(lessons.map(({ issuer }) => issuer)).size)} issuers; ${
      String(Object.keys(weights.words).length)
    } features of sentences, ${String(Object.keys(weights.risks).length)} of risks, ${
      String(Math.round(text.length / 1000))
    } kB in ${WEIGHTS}.\n`)
  writeSync(1, `Sure from log odds of ${JSON.stringify(sure)}.\n`)
}

const folder = process.argv[2]
if (folder === undefined || !(statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false)) {
  process.stderr.write('Name the folder of the gold files: npm run train -- FOLDER\n')
  process.exitCode = 2
} else train(folder)
