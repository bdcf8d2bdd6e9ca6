/** One figure without labels from `/metrics`. @throws when there is none of this name */
export async function readFigure(server: { url: string }, name: string): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text()
  const line = text.split('\n').find((one) => one.startsWith(`${name} `))
  if (line === undefined) throw new Error(`no figure ${name}`)
  return Number(line.split(' ')[1])
}
