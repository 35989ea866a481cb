import type { Authored } from '#contract/person'

/** The columns of a row that say whose it is and where it came from. */
export interface AuthoredRow {
  readonly author_id: string | null
  readonly origin_id: string | null
}

/** Whose a row is; nothing where it is of the one who keeps the library. */
export const toAuthored = ({ author_id: authorId, origin_id: originId }: AuthoredRow): Authored => ({
  ...(authorId === null ? {} : { authorId }),
  ...(originId === null ? {} : { originId })
})

/** The parameters `$authorId` and `$originId` of a statement. */
export const authoredParams = (
  { authorId = undefined, originId = undefined }: { readonly authorId?: string | undefined; readonly originId?: string | undefined }
): { readonly authorId: string | null; readonly originId: string | null } => ({
  authorId: authorId ?? null,
  originId: originId ?? null
})
