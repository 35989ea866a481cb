/** The commands on the tables of a filing. */
import type { Command } from './command'
import { tablesState } from '../marks/tables'

/** Copy a table, give it the whole window, show it as in the source. */
export const TABLES: readonly Command[] = [
  { id: 'window.table-copy', label: 'Copy the table', group: 'Table', keys: ['t'], when: tablesState.any,
    run: () => tablesState.copy({ negative: false }) },
  { id: 'window.table-copy-negative', label: 'Copy the table, numbers in brackets as negative ones', group: 'Table', keys: ['Shift+T'],
    when: tablesState.any, run: () => tablesState.copy({ negative: true }) },
  { id: 'window.table-whole', label: 'The whole window for the table', group: 'Table', keys: ['Alt+T'], when: tablesState.any,
    run: () => tablesState.toggleWhole() },
  { id: 'window.table-source', label: 'Text tables as in the source, or as tables', group: 'Table', keys: ['Shift+V'],
    when: tablesState.canTurn, run: () => tablesState.toggleSource() }
]
