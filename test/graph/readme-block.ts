// The parts of the README that tests write: what stands between two marks. In: the README and the name of a part. Out: that
// part, or the README with it.

/** What stands between the marks of `name` now; throws when the README has lost them. */
export function blockOf(readme: string, name: string): string {
  const [from, to] = placeOf(readme, name)
  return readme.slice(from, to).trim()
}

/** The README with `block` between the marks of `name`. */
export function withBlock(readme: string, name: string, block: string): string {
  const [from, to] = placeOf(readme, name)
  return `${readme.slice(0, from)}\n\n${block}\n\n${readme.slice(to)}`
}

function placeOf(readme: string, name: string): [from: number, to: number] {
  const [begin, end] = [`<!-- ${name}: written by test/graph/${name}.test.ts -->`, `<!-- /${name} -->`]
  const from = readme.indexOf(begin)
  const to = readme.indexOf(end)
  if (from < 0 || to < from) throw new Error(`README.md lacks its marks ${begin} and ${end}`)
  return [from + begin.length, to]
}
