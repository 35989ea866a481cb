import type { WrittenFormat } from '#contract/exchange'
import { writeJson } from '../../domain/exchange/json/write-json'
import { writeW3c } from '../../domain/exchange/w3c/write-w3c'
import type { WorkWriter } from '../../domain/exchange/written-file'

/** Every format that can be written; each writer is loaded when it is first asked for. */
export const WRITERS: Readonly<Partial<Record<WrittenFormat, () => Promise<WorkWriter>>>> = {
  json: () => Promise.resolve(writeJson),
  w3c: () => Promise.resolve(writeW3c)
}
