/** The oldest Node that everything here runs on. */
const oldest = [20, 19]

/** Says in plain words when Node is too old, and ends the process. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return
  console.error(
    `Samtavle needs Node ${oldest.join('.')} or newer; this is Node ${process.versions.node}.\n` +
      'Install a newer one from https://nodejs.org or your package manager, then run the command again.',
  )
  process.exit(1)
}
