/** Raised whenever blocks, sections or sentences of any file come out differently. */
export const PARSER_VERSION = 9

/** Raised whenever the title, company, form or days of any filing come out differently. */
export const DESCRIBER_VERSION = 3

/** Raised whenever findings, forward-looking statements, safe harbors or figures come out differently. */
export const DETECTOR_VERSION = 17
