// The step of graphology's ForceAtlas2, which ships without types.
declare module 'graphology-layout-forceatlas2/iterate.js' {
  import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2'

  /** One iteration over the matrices of helpers.graphToByteArrays; changes `nodes`. */
  const iterate: (settings: Required<ForceAtlas2Settings>, nodes: Float32Array, edges: Float32Array) => object
  export default iterate
}
