import type { Fact } from '../../domain/fact.ts';
import type { RowWindow } from '../hooks/use-window.ts';
import { Disclosure } from './Disclosure.tsx';
import { FactText } from './FactText.tsx';
import { RowList } from './RowList.tsx';

/** A folded list of facts, to look at. */
export function FoldedFacts({ label, window }: { label: string; window: RowWindow<{ readonly fact: Fact }> }) {
  return (
    <Disclosure summary={label}>
      <RowList label={label} window={window}>
        {({ fact }) => (
          <li key={fact.id} class="row">
            <FactText content={fact.content} />
          </li>
        )}
      </RowList>
    </Disclosure>
  );
}
