/** Identifies a filing in the library; opaque, unique in one library. */
export type FilingId = string
/** Identifies an annotation; opaque, unique in one library, kept for ever. */
export type AnnotationId = string
/** Identifies a note; opaque, unique in one library, kept for ever. */
export type NoteId = string
/** Identifies a tag; opaque, unique in one library. */
export type TagId = string
/** Identifies one of the risk tags of the taxonomy, such as `clinical_efficacy`. */
export type RiskId = string
/** Identifies a node of one file's analysis, such as `d1b7`: document 1, block 7. Unique in the file. */
export type NodeId = string
/** Identifies a deal folder; opaque, unique in one library. */
export type FolderId = string
/** Identifies a person whose work is in the library: `me`, or opaque and unique in one library. */
export type PersonId = string
/** Identifies an import of somebody's work; opaque, unique in one library. */
export type OriginId = string
