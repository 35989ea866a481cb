/** Why something was not saved, as a sentence that begins with what matters, whether or not the reason says so itself. */
export const notSaved = (reason: string): string => (/^not saved/i.test(reason) ? reason : `Not saved: ${reason}`)
