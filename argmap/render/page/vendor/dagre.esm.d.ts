// As much of dagre's types as the page uses.
export const layout: (graph: Graph) => void;
export class Graph {
  constructor(options: { multigraph: boolean });
  setGraph(label: Record<string, string | number>): void;
  graph(): { width?: number; height?: number };
  setNode(name: string, label: { width: number; height: number }): void;
  node(name: string): { x: number; y: number; width: number; height: number };
  setEdge(from: string, to: string, label: object, name: string): void;
  edge(edge: { v: string; w: string; name: string }): { points: { x: number; y: number }[] };
}
