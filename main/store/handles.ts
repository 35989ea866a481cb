import type Database from 'better-sqlite3'

declare const readable: unique symbol
declare const writable: unique symbol

/** A handle that may be read from: what a query function takes. */
export type ReadableDb = Database.Database & { readonly [readable]: true }

/** The one handle that may be written to: what a function that changes rows takes. It can be read from too. */
export type WritableDb = ReadableDb & { readonly [writable]: true }
