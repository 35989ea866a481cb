/** Gives the commands that are chosen in the menu bar. */
import { subscribe } from '../bridge/events'
import { commands } from './commands'

/** Follows the menu bar until the returned function is called. */
export const followMenu = (): (() => void) => subscribe('menu.command', ({ command }) => { commands.run(command) })
