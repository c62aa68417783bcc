/** Two nodes to practise with, beside the person's own: each has a memory of its own, by its name in the address. */

export interface Sample {
  /** What the address says behind `?node=`. */
  readonly param: string;
  /** The same in every language: it travels. */
  readonly nodeName: string;
  /** It asks, and has facts to give; the other one answers. */
  readonly isFirst: boolean;
}

export const SAMPLE_A: Sample = { param: 'sample-a', nodeName: 'Sample A', isFirst: true };
export const SAMPLE_B: Sample = { param: 'sample-b', nodeName: 'Sample B', isFirst: false };
export const SAMPLES = [SAMPLE_A, SAMPLE_B] as const;

export function sampleOf(nodeParam: string | null): Sample | null {
  return SAMPLES.find(({ param }) => param === nodeParam) ?? null;
}

export function otherSample(sample: Sample): Sample {
  return sample.isFirst ? SAMPLE_B : SAMPLE_A;
}

export function sampleAddress({ param }: Sample): string {
  return `?node=${param}`;
}

/** In one language: the words of a gene are its hash, and both nodes have to have the same. */
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

/** A genome file as a person would open one. */
export function sampleGenome(): Blob {
  return new Blob([JSON.stringify(GENOME)], { type: 'application/json' });
}
