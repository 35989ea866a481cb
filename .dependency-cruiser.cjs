/** One rule for one thing: no import cycles, of types neither. The rooms themselves are fenced by the type projects and by ESLint. */
module.exports = {
  forbidden: [{
    name: 'no-cycles',
    comment: 'Files that import each other cannot be read one at a time. Move what both need to a third file.',
    severity: 'error',
    from: {},
    to: { circular: true }
  }],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'main/tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] }
  }
}
