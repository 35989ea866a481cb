import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FilingDocument } from '#contract/filing'
import { analyseDocument, openFile } from '../../domain/analyse'
import type { Classifier } from '../../domain/detect/judge/classifier'
import { readGold, readSampledGold } from '../../domain/evaluate/gold'
import type { Gold } from '../../domain/evaluate/gold'
import { lessonsOf, recorder } from '../../domain/evaluate/train-judge'
import type { Lesson } from '../../domain/evaluate/train-judge'
import { codec } from '../../worker/codec'

const GOLD_ENDING = '.gold.json'

/** A labelled filing with its place on the disk. */
export interface GoldFile {
  readonly gold: Gold
  readonly path: string
}

const jsonIn = (path: string): unknown => {
  const json: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return json
}

/** Where the filing of a gold file lies: beside it, or in the neighbouring `filings` folder; null where it is in neither. */
const filingOf = (folder: string, gold: Gold): string | null =>
  [join(folder, gold.file), join(folder, '..', 'filings', gold.file)].find((path) => existsSync(path)) ?? null

/** The gold of a folder: a file for each filing, and the sentences drawn from reports; what cannot be read is told in `refused`. */
export const goldFilesIn = (folder: string): { files: GoldFile[]; refused: string[] } => {
  const refused: string[] = []
  const names = readdirSync(folder).sort()
  const golds = names.filter((name) => name.endsWith(GOLD_ENDING)).flatMap((name) => {
    const gold = readGold(jsonIn(join(folder, name)))
    if (!gold) refused.push(`${name} is not a gold file.`)
    return gold ?? []
  })
  const sampled = names.filter((name) => name.endsWith('.json') && !name.endsWith(GOLD_ENDING))
    .flatMap((name) => readSampledGold(jsonIn(join(folder, name))))
  const files = [...golds, ...sampled].flatMap((gold) => {
    const path = filingOf(folder, gold)
    if (path === null) refused.push(`The filing ${gold.file} is neither in the folder nor in ../filings.`)
    return path === null ? [] : [{ gold, path }]
  })
  return { files, refused }
}

/** Every document of a filing as a classifier, or the rules alone, reads it, with the decoded text of the file. */
export const readDocuments = (path: string, classifier: Classifier | null): { documents: FilingDocument[]; raw: string } => {
  const opened = openFile(readFileSync(path), codec)
  return { documents: opened.documents.map((entry) => analyseDocument(opened, entry, undefined, classifier).document), raw: opened.raw }
}

/** What the labels of some filings teach, each filing read by the rules alone. */
export const lessonsIn = (files: readonly GoldFile[]): Lesson[] =>
  files.flatMap(({ gold, path }) => {
    const kept = recorder()
    return readDocuments(path, kept.classifier).documents.flatMap((document) => lessonsOf(gold, document, kept))
  })
