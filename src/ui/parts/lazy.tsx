/** Parts of the page that are loaded when they are first shown: the first paint does not wait for what is not on it. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { chosenLanguage } from '../words/language.ts';
import { LoadFailed } from './LoadFailed.tsx';

export interface LazyPart<Props> {
  (props: Props): preact.JSX.Element | null;
  /** Loads it before anybody asks. Never rejects: whoever shows it is told. */
  load(): Promise<void>;
}

/** `fetchPart`: an import() of its module, and what of it is the part. */
export function lazy<Props extends object>(fetchPart: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  let part: ComponentType<Props> | null = null;
  let loading: Promise<void> | null = null;

  function load(): Promise<void> {
    loading ??= fetchPart().then(
      (found) => {
        part = found;
      },
      () => {
        loading = null; // The next one to show it tries again.
      },
    );
    return loading;
  }

  function Later(props: Props) {
    const [settled, setSettled] = useState(part !== null);
    useEffect(() => {
      if (!settled) void load().then(() => setSettled(true));
    }, [settled]);
    if (part) {
      const Part = part;
      return <Part {...props} />;
    }
    return settled ? <LoadFailed language={chosenLanguage()} /> : null;
  }

  return Object.assign(Later, { load });
}
