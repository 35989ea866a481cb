/** A style sheet that is bundled into the page's own; it has nothing to import. */
declare module '*.css'
