import ts from 'typescript'

/** Each operator and what it is changed to: borders, equality, logic and arithmetic. */
const OPERATORS = new Map([
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
  [ts.SyntaxKind.AsteriskToken, '/'],
  [ts.SyntaxKind.SlashToken, '*']
])

/** Names that stand for the value of a condition, such as `if (a)`: it is turned round. */
const conditionOf = (node) =>
  ts.isIfStatement(node) || ts.isWhileStatement(node) ? node.expression : ts.isConditionalExpression(node) ? node.condition : null

const isText = (node) => ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)

/** A sum of texts cannot be a difference: where one side is a text, the sign is no arithmetic. */
const addsText = ({ left, right }) => [left, right].some((side) => isText(side) || ts.isTemplateExpression(side))

/**
 * The places of a TypeScript source at which one small change makes another program, in their order.
 * @param {string} name of the file, for its syntax
 * @param {string} source
 * @returns {readonly { start: number, end: number, text: string, what: string }[]} offsets are UTF-16 code units, `end` exclusive
 */
export const mutantsOf = (name, source) => {
  const tree = ts.createSourceFile(name, source, ts.ScriptTarget.ES2023, true)
  const found = []
  const add = (node, text, what) => found.push({ start: node.getStart(tree), end: node.getEnd(), text, what })
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isImportDeclaration(node)) return
    if (ts.isBinaryExpression(node)) {
      const sign = node.operatorToken
      const other = OPERATORS.get(sign.kind)
      if (other !== undefined && !addsText(node)) add(sign, other, `${sign.getText(tree)} is ${other}`)
    }
    const condition = conditionOf(node)
    if (condition) add(condition, `!(${condition.getText(tree)})`, 'condition turned round')
    if (node.kind === ts.SyntaxKind.TrueKeyword) add(node, 'false', 'true is false')
    if (node.kind === ts.SyntaxKind.FalseKeyword) add(node, 'true', 'false is true')
    if (ts.isNumericLiteral(node)) add(node, String(Number(node.text.replaceAll('_', '')) + 1), `${node.text} is one more`)
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      add(node, `(${node.operand.getText(tree)})`, 'denial left out')
    if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) add(node, ';', 'call left out')
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found.sort((a, b) => a.start - b.start || a.end - b.end)
}

/**
 * Some of a list, drawn without putting back, always the same for one seed.
 * @template T
 * @param {readonly T[]} list
 * @param {number} most
 * @param {number} seed
 * @returns {T[]} in the order of the list
 */
export const drawn = (list, most, seed) => {
  let state = seed >>> 0
  const random = () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9 | 0
    return ((state ^ (state >>> 16)) >>> 0) / 2 ** 32
  }
  return list.map((one, at) => ({ one, at, by: random() })).sort((a, b) => a.by - b.by).slice(0, most).sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
}
