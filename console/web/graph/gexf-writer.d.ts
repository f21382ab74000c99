// The writer of graphology-gexf alone, which ships without types of its own: the package's way in brings the parser too.
declare module 'graphology-gexf/common/writer.js' {
  import type Graph from 'graphology-types'

  interface Formatted {
    label?: string
    attributes: Record<string, string | number | boolean>
    viz?: { x?: number; y?: number; color?: string }
  }
  type Format = (key: string, attributes: Record<string, string | number | boolean>) => Formatted

  export default function write(
    graph: Graph,
    options: { version: '1.2' | '1.3'; formatNode: Format; formatEdge: Format },
  ): string
}
