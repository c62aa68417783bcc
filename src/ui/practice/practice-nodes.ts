/** Two nodes to practise with, beside the person's own. Each has a name in the address, and so its own database. */
import type { PracticeNode } from '../hooks/session.ts';

export const PRACTICE_A: PracticeNode = { param: 'sample-a', nodeName: 'Sample A', isFirst: true };
export const PRACTICE_B: PracticeNode = { param: 'sample-b', nodeName: 'Sample B', isFirst: false };
export const PRACTICE_NODES = [PRACTICE_A, PRACTICE_B] as const;

export function practiceNodeOf(nodeParam: string | null): PracticeNode | null {
  return PRACTICE_NODES.find(({ param }) => param === nodeParam) ?? null;
}

export function otherPracticeNode(node: PracticeNode): PracticeNode {
  return node.isFirst ? PRACTICE_B : PRACTICE_A;
}

export function practiceAddress({ param }: PracticeNode): string {
  return `?node=${param}`;
}

/** In one language only: the genome hash depends on the words, and both nodes need the same one. */
const GENOME = {
  version: '1.0',
  hash: '03fdd44e97c98d636e1aaf294baf854b90aaa1bcc1d3cace665b581e92ba8247',
  genes: [
    {
      id: 'GENE_01_CARRY',
      content: 'A person carries every fact from one node to the next. No machine does it alone.',
      domain: 'carrying',
    },
    {
      id: 'GENE_02_SAME_RULES',
      content: 'Facts are exchanged only between nodes that live by the same genes.',
      domain: 'trust',
    },
    { id: 'GENE_03_LOOK_FIRST', content: 'Look at what a payload would do before you accept it.', domain: 'care' },
    {
      id: 'GENE_04_KEEP_BOTH',
      content: 'Where two facts disagree, keep both until a person has chosen.',
      domain: 'care',
    },
    { id: 'GENE_05_SAY_SO', content: 'Every refusal says what was found and what to do next.', domain: 'care' },
  ],
};

/** A genome file, such as a person opens. */
export function practiceGenome(): Blob {
  return new Blob([JSON.stringify(GENOME)], { type: 'application/json' });
}
