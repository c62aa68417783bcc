/** Opens a practice node in another tab: an ordinary link, so that nothing blocks it, and without a hold on this page. */
import type { ComponentChildren } from 'preact';
import { type Sample, sampleAddress } from './samples.ts';

export function SampleLink({ sample, children }: { sample: Sample; children: ComponentChildren }) {
  return (
    <a class="button" href={sampleAddress(sample)} target="_blank" rel="noopener">
      {children}
    </a>
  );
}
