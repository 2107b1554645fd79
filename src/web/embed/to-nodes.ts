import { DRAWN, type Tree } from '../../view/embed/tree.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Makes nodes of a tree. Every text becomes a text node: nothing is ever read as markup. */
export function toNode(tree: Tree): Node {
  if (typeof tree === 'string') return document.createTextNode(tree);
  const node = DRAWN.has(tree.tag)
    ? document.createElementNS(SVG, tree.tag)
    : document.createElement(tree.tag);
  for (const [name, value] of Object.entries(tree.attributes)) node.setAttribute(name, value);
  node.append(...tree.children.map(toNode));
  return node;
}
