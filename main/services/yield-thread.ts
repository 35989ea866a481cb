/** Lets everything else that waits for this thread go first. */
export const yieldThread = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
