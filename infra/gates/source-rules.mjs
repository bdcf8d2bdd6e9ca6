/**
 * Two rules of this house that need types and that no linter here sees far enough for. Biome 2.6 knows promises of our
 * own functions, but not those of Node's modules.
 */

const isThenable = (checker, type) =>
  (type.isUnion() ? type.types : [type]).some((part) => checker.getPropertyOfType(part, 'then') !== undefined)

/**
 * A promise that nobody waits for: its failure would go unseen.
 * @param {typeof import('typescript')} ts
 */
export function floatingPromises(ts, checker, file, report) {
  const handled = (expression) => {
    if (ts.isAwaitExpression(expression) || ts.isVoidExpression(expression)) return true
    if (ts.isBinaryExpression(expression)) {
      const { kind } = expression.operatorToken
      return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment
    }
    if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return false
    const { name, expression: receiver } = expression.expression
    if (name.text === 'finally') return handled(receiver)
    return name.text === 'catch' || (name.text === 'then' && expression.arguments.length === 2)
  }
  const visit = (node) => {
    if (ts.isExpressionStatement(node) && !handled(node.expression)) {
      if (isThenable(checker, checker.getTypeAtLocation(node.expression))) {
        report(node, 'floating-promise: nobody waits for this promise; use await, or void when that is meant')
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
}

/**
 * Inside `sql.begin(async (tx) => …)` only `tx` reaches the database. The embedded database has one connection: the
 * outer client would wait for the transaction, which waits for it. On PostgreSQL it would write outside the
 * transaction.
 * @param {typeof import('typescript')} ts
 */
export function transactions(ts, checker, file, report) {
  const mentions = (node, name) => {
    let found = false
    const look = (child) => {
      if (ts.isIdentifier(child) && child.text === name) found = true
      else ts.forEachChild(child, look)
    }
    look(node)
    return found
  }
  const insideTransaction = (body, tx) => {
    const visit = (node) => {
      if (
        ts.isIdentifier(node) &&
        node.text !== tx &&
        !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node)
      ) {
        const type = checker.getTypeAtLocation(node)
        const isClient = checker.getPropertyOfType(type, 'begin') && checker.getPropertyOfType(type, 'unsafe')
        if (isClient) report(node, `transaction: "${node.text}" inside a transaction; only "${tx}" may be used there`)
      }
      if (ts.isAwaitExpression(node) && !mentions(node, tx)) {
        report(node, `transaction: waits inside a transaction for something that was not given "${tx}"`)
      }
      ts.forEachChild(node, visit)
    }
    visit(body)
  }
  const visit = (node) => {
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === 'begin'
    ) {
      const work = node.arguments.at(-1)
      if (work !== undefined && (ts.isArrowFunction(work) || ts.isFunctionExpression(work))) {
        const tx = work.parameters[0]?.name
        if (tx === undefined || !ts.isIdentifier(tx)) report(node, 'transaction: begin() without a named "tx"')
        else insideTransaction(work.body, tx.text)
      } else report(node, 'transaction: write the work of a transaction where it begins, so that it can be checked')
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
}
