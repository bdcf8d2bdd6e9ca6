/**
 * Type-checks one project, and applies the source rules while the types are at hand.
 *
 *   node infra/gates/check-types.mjs <tsconfig.json>
 *
 * Prints JSON: `{ files: string[], problems: { place, code, text }[] }`, paths relative to the top.
 */
import { relative, resolve, sep } from 'node:path'
import ts from 'typescript'
import { root } from '../files.mjs'
import { floatingPromises, transactions } from './source-rules.mjs'

const config = resolve(process.argv[2])
const problems = []
const pathOf = (file) => relative(root, file).split(sep).join('/')

function report(file, start, code, text) {
  const at = file && ts.getLineAndCharacterOfPosition(file, start)
  problems.push({ place: file ? `${pathOf(file.fileName)}:${at.line + 1}:${at.character + 1}` : '', code, text })
}

const parsed = ts.getParsedCommandLineOfConfigFile(
  config,
  { noEmit: true, incremental: false, tsBuildInfoFile: undefined },
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (found) => parsedBadly(found) },
)
function parsedBadly(found) {
  throw new Error(ts.flattenDiagnosticMessageText(found.messageText, '\n'))
}

const program = ts.createProgram(parsed.fileNames, parsed.options)
for (const found of [...parsed.errors, ...ts.getPreEmitDiagnostics(program)]) {
  report(found.file, found.start ?? 0, `TS${found.code}`, ts.flattenDiagnosticMessageText(found.messageText, '\n'))
}
const checker = program.getTypeChecker()
const files = program
  .getSourceFiles()
  .filter((file) => !file.fileName.includes('/node_modules/') && !file.isDeclarationFile)
for (const file of files) {
  const add = (node, text) =>
    report(file, node.getStart(file), text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 2))
  floatingPromises(ts, checker, file, add)
  transactions(ts, checker, file, add)
}
console.log(JSON.stringify({ files: files.map((file) => pathOf(file.fileName)), problems }))
